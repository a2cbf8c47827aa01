import type { Texts } from '../../diagnostic/diagnostic.ts';
import { decisionDifference } from '../difference.ts';
import type { Stretch } from './states.ts';

/**
 * How each of these decisions comes out differently, in sentences. The one place that knows by what method: here the texts of
 * the two sides are compared, so a decision that only reads something else is silent.
 */
export function sentencesOf(
  { before, after }: Stretch,
  names: readonly string[],
): ReadonlyMap<string, readonly Texts[]> {
  const handbooks = { base: before.handbook, head: after.handbook };
  return new Map(
    names.flatMap((name) => {
      const [was, is] = [before.program.decisions[name], after.program.decisions[name]];
      return was === undefined || is === undefined ? [] : [[name, decisionDifference(was, is, handbooks)] as const];
    }),
  );
}
