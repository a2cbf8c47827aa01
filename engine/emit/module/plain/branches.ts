import { lookupOf, type Lookup } from '../../../plain/lookup.ts';
import type { Branching, Never, Plain, PlainTruth } from '../../../plain/tree.ts';
import { bandChain } from './bands.ts';
import {
  ifElse,
  inBlock,
  js,
  leave,
  leaveIf,
  mostBranches,
  mostLines,
  negated,
  put,
  temporary,
  within,
  type At,
  type Js,
} from './block.ts';
import { isGiven } from './slots.ts';

/** Prints a branch into a block, and gives what it comes to: the units and denominator of a number, else one thing. */
type PrintBranch<Of> = (of: Of | Never, at: At) => readonly Js[];

/** What picks among branches of one form; `parts` names what a branch comes to. */
export function branching<Of extends Plain>(
  does: Exclude<Branching<Of>, { op: 'exactly' | 'shared' }>,
  parts: readonly string[],
  print: PrintBranch<Of>,
  at: At,
): readonly Js[] {
  const choices = 'branches' in does ? does.branches.length : 0;
  if (choices > mostBranches || at.size.lines > mostLines) return leftOut(at);
  switch (does.op) {
    case 'first':
      return first(does.when, does.branches, parts, print, at);
    case 'unique':
    case 'bands': {
      const lookup = lookupOf<Of>(does);
      if (lookup !== undefined) return found(lookup, parts, print, at);
      return does.op === 'bands' ? leftOut(at) : unique(does.when, does.branches, parts, print, at);
    }
    case 'marked':
      put(at, `${at.flags} |= ${String(does.bits)};`);
      return print(does.of, at);
    case 'reading': {
      const { differs, bits } = does;
      const active = differs === undefined ? undefined : unflagged(differs, at);
      put(at, `${active === undefined ? '' : `if (${active.text}) `}${at.flags} |= ${String(bits)};`);
      return print(does.of, at);
    }
    case 'decided':
      for (const holds of does.requires) leaveIf(negated(unflagged(holds, at)).text, at);
      for (const holds of does.applies) leaveIf(negated(at.printing.truth(holds, at)).text, at);
      return print(does.of, at);
    case 'given':
      return given(does, parts, print, at);
  }
}

function leftOut(at: At): readonly Js[] {
  leave(at);
  return [];
}

/** Variables that branches assign. */
function chosen(
  parts: readonly string[],
  at: At,
  choose: (assign: (values: readonly Js[], into: At) => void) => void,
): readonly Js[] {
  const names = parts.map((part) => temporary(at, part));
  put(at, `let ${names.join(', ')};`);
  choose((values, into) => {
    for (const [i, value] of values.entries()) put(into, `${names[i] ?? ''} = ${value.text};`);
  });
  return names.map((name) => js(name));
}

/** The branch of the span that holds the number, else what holds otherwise. */
function found<Of extends Plain>(
  lookup: Lookup<Of>,
  parts: readonly string[],
  print: PrintBranch<Of>,
  at: At,
): readonly Js[] {
  return chosen(parts, at, (assign) => {
    bandChain(
      lookup,
      (branch, into) => {
        const of = branch === undefined ? lookup.otherwise : lookup.branches[branch];
        assign(of === undefined ? leftOut(into) : print(of, into), into);
      },
      at,
    );
  });
}

/** The first whose condition holds; each condition stands in the `else` of the one before it. */
function first<Of extends Plain>(
  when: readonly PlainTruth[],
  branches: readonly (Of | Never)[],
  parts: readonly string[],
  print: PrintBranch<Of>,
  at: At,
): readonly Js[] {
  return chosen(parts, at, (assign) => {
    const from = (i: number, into: At): void => {
      const condition = when[i];
      const branch = branches[i];
      if (branch === undefined) return;
      if (condition === undefined) {
        assign(print(branch, into), into);
        return;
      }
      const holds = at.printing.truth(condition, into);
      const [then, otherwise] = [inBlock(into), inBlock(into)];
      assign(print(branch, then), then);
      from(i + 1, otherwise);
      ifElse(holds, then.block.lines, otherwise.block.lines, into);
    };
    from(0, at);
  });
}

/** The only one whose condition holds; two leave. Flags are those of the row that decides, else of all. */
function unique<Of extends Plain>(
  when: readonly PlainTruth[],
  branches: readonly (Of | Never)[],
  parts: readonly string[],
  print: PrintBranch<Of>,
  at: At,
): readonly Js[] {
  const raises = when.some((condition) => at.raises(condition) !== 0);
  const [row, all, own] = ['row', 'all', 'own'].map((wanted) => temporary(at, wanted)) as [string, string, string];
  put(at, `let ${row} = -1;`);
  if (raises) put(at, `let ${all} = 0, ${own} = 0;`);
  for (const [i, condition] of when.entries()) {
    const test = inFlags(condition, at);
    const holds = at.printing.truth(condition, test);
    const met = inBlock(at);
    if (i > 0) leaveIf(`${row} >= 0`, met);
    put(met, `${row} = ${String(i)};`);
    if (test.flags !== at.flags) put(met, `${own} = ${test.flags};`);
    put(at, `if (${holds.text}) {`, met.block.lines, '}');
    if (test.flags !== at.flags) put(at, `${all} |= ${test.flags};`);
  }
  if (raises) put(at, `${at.flags} |= ${row} < 0 ? ${all} : ${own};`);
  return chosen(parts, at, (assign) => {
    const from = (i: number, into: At): void => {
      const branch = branches[i];
      if (branch === undefined) return;
      if (i === branches.length - 1) {
        assign(print(branch, into), into);
        return;
      }
      const [then, otherwise] = [inBlock(into), inBlock(into)];
      assign(print(branch, then), then);
      from(i + 1, otherwise);
      ifElse(js(`${row} === ${String(i)}`, 3), then.block.lines, otherwise.block.lines, into);
    };
    from(0, at);
  });
}

/** What is given and what follows must agree, unless it is certain that nothing follows since a fact is not given. */
function given<Of extends Plain>(
  { slot, agrees, fits, given: itself, follows }: Extract<Branching<Of>, { op: 'given' }>,
  parts: readonly string[],
  print: PrintBranch<Of>,
  at: At,
): readonly Js[] {
  return chosen(parts, at, (assign) => {
    const [then, otherwise] = [inBlock(at), inBlock(at)];
    const needed = [...at.needed(follows)].filter((other) => other !== slot);
    const all = needed.map((other) => within(isGiven(other, at), 4));
    const tested = all.length === 0 ? then : inBlock(then);
    const same = unflagged(agrees, tested);
    leaveIf(negated(same).text, tested);
    if (tested !== then) put(then, `if (${all.join(' && ')}) {`, tested.block.lines, '}');
    assign(print(itself, then), then);
    const inRange = unflagged(fits, otherwise);
    if (inRange.text !== 'true') leaveIf(negated(inRange).text, otherwise);
    assign(print(follows, otherwise), otherwise);
    ifElse(isGiven(slot, at), then.block.lines, otherwise.block.lines, at);
  });
}

/** The place with flags of its own, which do not count unless somebody adds them. */
function inFlags(test: PlainTruth, at: At): At {
  if (at.raises(test) === 0) return at;
  const flags = temporary(at, 'flags');
  put(at, `let ${flags} = 0;`);
  return { ...at, flags };
}

/** A test whose flags do not count. */
const unflagged = (test: PlainTruth, at: At): Js => at.printing.truth(test, inFlags(test, at));
