import { expect, test } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { link } from '../../engine/program/link.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { handbookOf, pointedAt, policyTexts } from '../support/policies.ts';

const policy = (body: string): Readonly<Record<string, string>> => ({
  ...policyTexts,
  'pay/t.yaml': `policy: t
kind: tiers
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: T, zh: 分档 }
scope: pay
${body}`,
});

function amounts(body: string, given: readonly string[]): readonly string[] {
  const handbook = handbookOf(policy(body));
  expect(handbook.diagnostics.filter(({ blocks }) => blocks).map(({ message }) => message.en)).toEqual([]);
  const program = link(handbook, { at: '2026-10-31' });
  const compiled = compile(program);
  return given.map((ordered) => {
    const facts = readFacts(program, { 'sales.ordered': ordered });
    const { status, value } = evaluate(program, 't.amount', facts, {});
    expect(compiled.evaluate('t.amount', facts, {})).toMatchObject({ status });
    expect(compiled.evaluate('t.amount', facts, {}).value).toBe(value);
    return value ?? status;
  });
}

const graduated = `by: sales.ordered
mode: graduated
tiers:
  - { in: "[0 CNY .. 1000 CNY]", rate: 1% }
  - { in: "(1000 CNY .. 5000 CNY]", rate: 2% }
  - { in: "> 5000 CNY", rate: 5% }
`;

test('graduated: each part at its own rate', () => {
  const given = ['0 CNY', '1000 CNY', '1000.01 CNY', '5000 CNY', '6000 CNY'];
  // 10; 10 + 0.01 × 2 % = 10.0002; 10 + 80; 90 + 50
  expect(amounts(graduated, given)).toEqual(['0.00 CNY', '10.00 CNY', '10.00 CNY', '90.00 CNY', '140.00 CNY']);
});

test('interpolated: tiers passed in full plus the share of the one reached', () => {
  const body = `by: sales.ordered
mode: interpolated
tiers:
  - { in: "[0 CNY .. 1000 CNY)", amount: 50 CNY }
  - { in: "[1000 CNY .. 4000 CNY)", amount: 80 CNY }
  - { in: "[4000 CNY .. 5000 CNY]", amount: 0 CNY }
`;
  const given = ['0 CNY', '250 CNY', '1000 CNY', '2000 CNY', '5000 CNY', '5000.01 CNY'];
  // 50 × ¼; 50; 50 + 80 ÷ 3; 130; beyond the last tier nothing is said
  expect(amounts(body, given)).toEqual([
    '0.00 CNY',
    '12.50 CNY',
    '50.00 CNY',
    '76.67 CNY',
    '130.00 CNY',
    'undetermined',
  ]);
});

test('slab with amounts: the amount of the tier reached', () => {
  const body = `by: sales.ordered
mode: slab
tiers:
  - { in: "< 1000 CNY", amount: 0 CNY }
  - { in: "[1000 CNY .. 5000 CNY)", amount: 50 CNY }
  - { in: ">= 5000 CNY", amount: 200 CNY }
`;
  expect(amounts(body, ['999.99 CNY', '1000 CNY', '5000 CNY'])).toEqual(['0.00 CNY', '50.00 CNY', '200.00 CNY']);
});

test.each([
  [
    'an amount where a rate is due',
    graduated.replace('rate: 2%', 'amount: 2 CNY'),
    'tiers/wrong-value at in: "(1000 CNY .. 5000 CNY]"',
  ],
  ['no lower end', graduated.replace('[0 CNY .. 1000 CNY]', '<= 1000 CNY'), 'tiers/unbounded at <= 1000 CNY'],
  [
    'a base of another unit',
    graduated.replace('mode:', 'base: sales.completion\nmode:'),
    'tiers/other-base at sales.completion',
  ],
])('%s', (_name, body, expected) => {
  const texts = policy(body);
  const found = handbookOf(texts).diagnostics.map((one) => `${one.code} at ${pointedAt(one, texts)}`);
  expect(found).toContain(expected);
});
