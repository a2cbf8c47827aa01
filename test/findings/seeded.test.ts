import { expect, test } from 'vitest';
import { proofsOf } from '../../engine/findings/proofs.ts';
import { changedTexts, handbookOf, policyTexts } from '../support/policies.ts';

// Each tier of a commission is left out, moved by one percent, or given a rate that breaks the promise to rise.

const file = 'pay/commission.head.yaml';
const promise = { file, find: 'base: sales.net\n', replace: 'base: sales.net\nmonotone: { sales.completion: up }\n' };
const tiers = (policyTexts[file] ?? '').split('\n').filter((line) => line.startsWith('  - { in: '));
const seeded = tiers.flatMap((line): readonly (readonly [string, string])[] => [
  [line, ''],
  [line, line.replace(/\d+%(?=[\])]?")|(?<=>= )\d+%/, (end) => `${String(Number.parseInt(end, 10) + 1)}%`)],
]);

test.each(seeded)('%s → %s', (find, replace) => {
  const { diagnostics } = handbookOf(changedTexts(promise, { file, find, replace }));
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).not.toEqual([]);
});

test('a rate that falls breaks the promise', () => {
  const rate = (replace: string): readonly string[] =>
    proofsOf(handbookOf(changedTexts(promise, { file, find: '>= 120%", rate: 5%', replace }))).findings.map(
      ({ code }) => code,
    );
  expect(rate('>= 120%", rate: 5%')).not.toContain('proof/not-monotone');
  expect(rate('>= 120%", rate: 3%')).toContain('proof/not-monotone');
});
