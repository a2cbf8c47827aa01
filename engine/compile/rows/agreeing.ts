import { neededBy } from '../../plain/always.ts';
import { allOf } from '../../plain/parts.ts';
import type { Lowered, PlainTruth } from '../../plain/tree.ts';

/**
 * The tests whether a fact that is given agrees with what follows, each with the slots that what follows needs: where one
 * of those is not given nothing follows, and the test need not be made.
 */
export function agreeingTests(lowered: Lowered): ReadonlyMap<PlainTruth, readonly number[]> {
  const needed = neededBy(lowered);
  const tests = new Map<PlainTruth, readonly number[]>();
  for (const node of allOf(lowered)) {
    const does = node.is === 'never' ? undefined : node.does;
    if (does?.op === 'given' && does.agrees.does.op !== 'leave') tests.set(does.agrees, [...needed(does.follows)]);
  }
  return tests;
}
