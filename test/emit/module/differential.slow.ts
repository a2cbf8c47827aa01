import { expect, test } from 'vitest';
import { compareWithOracle } from '../../random/differential.ts';
import { printCounts, rarestStatus, reachedTooSeldom } from '../../random/counts.ts';
import { emitted } from './emitted.ts';

test('modules of many random programs say what the oracle says', { timeout: 1_200_000 }, () => {
  const run = compareWithOracle({ emitted }, { outcomes: 40_000, from: 2_000_000 });
  console.log(printCounts(run.counts));
  expect(run.disagreement?.report).toBeUndefined();
  expect(reachedTooSeldom(run.counts, 20)).toEqual([]);
  expect(rarestStatus(run.counts)).toBeGreaterThan(0.05);
});
