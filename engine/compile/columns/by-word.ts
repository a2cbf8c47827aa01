import { byWord, type Rows } from '../../plain/by-word.ts';
import type { Branching, Never, Plain } from '../../plain/tree.ts';
import type { Choice } from './choices.ts';
import { blockLength, type Building } from './vectors.ts';

interface Found<Of> {
  readonly branches: readonly (Of | Never)[];
  readonly chosen: Choice;
}

/** For each row the branch of its word. Only a table that asks for nothing but a word is one; undefined for all others. */
export function foundByWord<Of extends Plain>(does: Branching<Of>, to: Building): Found<Of> | undefined {
  const table = byWord<Of>(does, to.raises);
  if (table === undefined) return undefined;
  const ofWords = [...table.tables.values()].map(onlyBranch);
  const ofOthers = onlyBranch(table.others);
  if (ofOthers === undefined || !ofWords.every((branch) => branch !== undefined)) return undefined;
  const branches = [...new Set([ofOthers, ...ofWords])];
  const placeOf = new Map(branches.map((branch, place) => [branch, place]));
  const codes = [...table.tables.keys()].map(to.codeOf);
  // The first branch is that of all words that no row names.
  const places = new Int32Array(Math.max(...codes) + 1);
  for (const [i, branch] of ofWords.entries()) places[codes[i] ?? 0] = placeOf.get(branch) ?? 0;
  const at = new Int32Array(blockLength);
  const { codes: given, flags } = to.word(table.by);
  to.then((length) => {
    for (let i = 0; i < length; i += 1) {
      const code = given[i] ?? -1;
      at[i] = code < 0 ? branches.length : code < places.length ? (places[code] ?? 0) : 0;
    }
  });
  return { branches, chosen: { at, flags } };
}

/** The branch that a word takes whatever else there is. */
function onlyBranch<Of>({ op, when, branches }: Rows<Of>): Of | Never | undefined {
  const [first] = when;
  const isCertain = first?.does.op === 'truth' && first.does.truth && (op === 'first' || when.length === 1);
  return first === undefined || isCertain ? branches[0] : undefined;
}
