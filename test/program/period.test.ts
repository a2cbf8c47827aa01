import { expect, test } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import type { Outcome } from '../../engine/ir/outcome.ts';
import { linkPeriod } from '../../engine/program/period.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';

// October has 31 days; the second version holds for the last 11 of them.
const version = (number: number, from: string, amount: string, more: string): string => `policy: p
kind: formula
version: ${String(number)}
effective: { from: ${from} }
published: 2022-12-20
title: { en: P, zh: 制度 }
scope: pay
because: { en: Why, zh: 原因 }
${more}decisions:
  bonus: { title: { en: Bonus, zh: 奖金 }, value: ${amount} }
  double: { title: { en: Twice, zh: 两倍 }, value: bonus * 2 }
  full: { title: { en: Full, zh: 足额 }, value: bonus >= 200 CNY }
`;

function october(more: string, from = '2026-10-21'): (decision: string) => Outcome {
  const handbook = handbookOf({
    ...policyTexts,
    'pay/history/p.v1.yaml': version(1, '2023-01-01', '100 CNY', more),
    'pay/p.yaml': version(2, from, '200 CNY', more),
  });
  const program = linkPeriod(handbook, '2026-10');
  if (program === undefined) throw new Error('2026-10 is a month');
  const facts = readFacts(program, {});
  const compiled = compile(program);
  return (decision) => {
    const outcome = evaluate(program, decision, facts, {});
    expect(compiled.evaluate(decision, facts, {}).value).toBe(outcome.value);
    return outcome;
  };
}

test('a version that starts inside the month of a policy that pays by month is an error', () => {
  const outcome = october('period: month\n')('p.bonus');
  expect(outcome).toMatchObject({ status: 'error', error: { code: 'handbook/starts-inside' } });
});

test('`period-rule: end`: the last day decides', () => {
  expect(october('period: month\nperiod-rule: end\n')('p.bonus').value).toBe('200.00 CNY');
});

test('a policy that does not pay by month is not cut', () => {
  expect(october('')('p.bonus').value).toBe('200.00 CNY');
});

test('`split: days`: each version counts for its days, rounded once', () => {
  const ask = october('period: month\nsplit: days\n');
  // (20 × 100 + 11 × 200) ÷ 31 = 135.4838…
  expect(ask('p.bonus').value).toBe('135.48 CNY');
  // Within a version its own decisions are read: (20 × 200 + 11 × 400) ÷ 31 = 270.9677…
  expect(ask('p.double').value).toBe('270.97 CNY');
});

test('what is no amount cannot be split: where the versions differ it is undetermined', () => {
  const outcome = october('period: month\nsplit: days\n')('p.full');
  expect(outcome).toMatchObject({ status: 'undetermined', reasons: [{ gap: 'p#split-days' }] });
});

test('a version that starts with the month splits nothing', () => {
  expect(october('period: month\n', '2026-10-01')('p.bonus').value).toBe('200.00 CNY');
});

test('a month that is none', () => {
  expect(linkPeriod(handbookOf(policyTexts), '2026-13')).toBeUndefined();
});
