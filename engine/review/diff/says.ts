import type { Texts } from '../../diagnostic/diagnostic.ts';
import { decisionDifference } from '../difference.ts';
import { newMeanings } from '../../symbolic/meaning-key.ts';
import { mostParts } from '../linked.ts';
import type { Stretch } from './states.ts';

/**
 * How each of these decisions comes out differently, in sentences: for which facts, and from what to what.
 */
export function sentencesOf(
  { before, after }: Stretch,
  names: readonly string[],
): ReadonlyMap<string, readonly Texts[]> {
  const sides = {
    before: before.program,
    after: after.program,
    meanings: newMeanings(),
    allowance: { left: mostParts },
  };
  const handbooks = { base: before.handbook, head: after.handbook, sides: () => sides };
  return new Map(
    names.flatMap((name) => {
      const [was, is] = [before.program.decisions[name], after.program.decisions[name]];
      return was === undefined || is === undefined ? [] : [[name, decisionDifference(was, is, handbooks)] as const];
    }),
  );
}
