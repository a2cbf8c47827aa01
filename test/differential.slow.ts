import { expect, test } from 'vitest';
import { compareWithOracle } from './random/differential.ts';
import { printCounts, rarestStatus, reachedTooSeldom } from './random/counts.ts';
import { evaluators, explained } from './random/evaluators.ts';

test('all evaluators say what the oracle says, on many more programs', () => {
  const run = compareWithOracle({ ...evaluators, ...explained }, { outcomes: 200_000, from: 1_000_000 });
  console.log(printCounts(run.counts));
  expect(run.disagreement?.report).toBeUndefined();
  expect(reachedTooSeldom(run.counts, 500)).toEqual([]);
  expect(rarestStatus(run.counts)).toBeGreaterThan(0.05);
});
