import { expect, test } from 'vitest';
import { link } from '../../engine/program/link.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';
import { replay } from './replay.ts';

test('every piece of the commissions says what the evaluator says', { timeout: 60_000 }, () => {
  const program = link(handbookOf(policyTexts), { at: '2026-10-31' });
  const names = Object.values(program.decisions)
    .filter(({ name, hidden, takes }) => !hidden && takes.length === 0 && !name.startsWith('pay.'))
    .map(({ name }) => name);
  const { wrong, undecided, replayed, pieces } = replay(program, names);
  expect(wrong).toEqual([]);
  expect(undecided).toEqual([]);
  // What is left reads lists, which are not looked into.
  expect(replayed / pieces).toBeGreaterThan(0.8);
});
