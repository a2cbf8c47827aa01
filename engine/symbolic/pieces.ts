import type { Program } from '../ir/program.ts';
import type { NotDecided } from '../proof/domain.ts';
import { everything, type Box, type Path } from './box.ts';
import { decided, values } from './explore.ts';
import { newMeanings, type Meanings } from './meaning-key.ts';
import { ofAtom, type Symbol } from './symbol.ts';
import type { Walk } from './walk.ts';
import { worldOf } from './world.ts';

// A second or so; what a person can read has far fewer parts.
const mostParts = 60_000;

export interface WalkOptions {
  readonly meanings?: Meanings;
  readonly hear?: Walk['hear'];
  readonly shut?: Walk['shut'];
  readonly promised?: Walk['promised'];
  /** How many parts are looked at before the exploration ends undecided. */
  readonly parts?: number;
  readonly openParameters?: Walk['openParameters'];
  readonly along?: Walk['along'];
}

/** A walk through a program. */
export function walkOf(
  program: Program,
  { meanings = newMeanings(), hear, shut, promised, parts = mostParts, openParameters, along }: WalkOptions = {},
): Walk {
  const told = {
    ...(hear === undefined ? {} : { hear }),
    ...(shut === undefined ? {} : { shut }),
    ...(promised === undefined ? {} : { promised }),
    ...(openParameters === undefined ? {} : { openParameters }),
    ...(along === undefined ? {} : { along }),
  };
  const budget = { left: parts };
  return { program, world: worldOf(program), meanings, locals: new Map(), budget, depth: 0, run: values, ...told };
}

/**
 * A decision as pieces: all that facts can be, cut into parts, with the formula or the reason that holds in all of each part.
 * Facts count as given, unless the decision asks whether they are.
 */
export function piecesOf(name: string, walk: Walk, box: Box = everything): readonly Path<Symbol>[] | NotDecided {
  const decision = walk.program.decisions[name];
  if (decision === undefined) throw new Error(`no decision ${name}`);
  const pieces = [...decided(decision, argumentsOf(name, walk), box, walk)];
  return walk.budget.left < 0 ? tooMany : pieces;
}

/** A decision about one element knows nothing of it. */
export function argumentsOf(name: string, { program }: Walk): readonly Symbol[] {
  const { takes = [] } = program.decisions[name] ?? {};
  return takes.map(({ type, name: called }, i) => ofAtom({ key: `argument ${i + 1}`, type, name: called, reads: [] }));
}

export const tooMany: NotDecided = {
  notDecided: {
    en: 'its conditions cut the facts into more parts than are looked at one by one.',
    zh: '其条件将事实划分为过多部分，无法逐一考察。',
  },
};
