import type { Round } from '../ir/ir.ts';
import { exact, parseExact, timesExact, type Exact } from '../value/exact.ts';
import type { Box } from './box.ts';
import { cutLine } from './cut.ts';
import type { Region } from './difference.ts';
import { isSame } from './symbol.ts';

/**
 * Parts of a region in which what is rounded in two ways lies right between two steps, or a little beside it: there the two
 * ways part. Nothing where the rounding is not all that differs.
 */
export function* roundedApart(
  { box, before, after }: Region,
  was: Round | undefined,
  is: Round | undefined,
): Generator<Box, void, undefined> {
  if (before.is !== 'amount' || !isSame(before, after) || (was?.to === is?.to && was?.mode === is?.mode)) return;
  const steps = [...new Set([was, is].flatMap((round) => round?.to ?? []))].map(parseExact);
  for (const count of counts) {
    for (const step of steps) {
      const end = { at: timesExact(step, count), open: false };
      for (const part of cutLine(box, before.of, [{ stretch: { low: end, high: end }, value: true }])) yield part.box;
    }
  }
}

// 100.5 steps, then such near 1,000 and near nothing, of which whoever has a grid of his own reaches some; each on both sides of 0.
const counts: readonly Exact[] = [100, 1000, 10, 0, 2, 4, 6, 8, 12, 14, 16, 18, 20, 50, 150, 500].flatMap((even) =>
  [5, 15, 4].flatMap((tenths) => [1n, -1n].map((sign) => exact(sign * BigInt(10 * even + tenths), 10n))),
);
