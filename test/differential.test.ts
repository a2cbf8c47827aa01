import { expect, test } from 'vitest';
import { compareWithOracle } from './random/differential.ts';
import { printCounts, rarestStatus, reachedTooSeldom } from './random/counts.ts';
import { evaluators, explained } from './random/evaluators.ts';

test('all evaluators say what the oracle says', { timeout: 120_000 }, () => {
  const run = compareWithOracle(evaluators, { outcomes: 20_000 });
  console.log(printCounts(run.counts));
  expect(run.disagreement?.report).toBeUndefined();
  expect(reachedTooSeldom(run.counts, 20)).toEqual([]);
  expect(rarestStatus(run.counts)).toBeGreaterThan(0.05);
});

test('explaining changes nothing', { timeout: 60_000 }, () => {
  const run = compareWithOracle(explained, { outcomes: 3_000, from: 500_000 });
  expect(run.disagreement?.report).toBeUndefined();
});
