import { expect, test } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { link } from '../../engine/program/link.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';

const formula = (policy: string, version: number, effective: string, decisions: string): string => `policy: ${policy}
kind: formula
version: ${String(version)}
effective: { ${effective} }
published: 2022-12-20
title: { en: ${policy}, zh: ${policy} }
scope: pay
because: { en: Why, zh: 原因 }
decisions:
  ${decisions}
`;

function asked(
  texts: Readonly<Record<string, string>>,
  decision: string,
  at: string,
): { codes: readonly string[]; statuses: readonly string[] } {
  const handbook = handbookOf({ ...policyTexts, ...texts });
  const program = link(handbook, { at });
  const facts = readFacts(program, {});
  const outcomes = [evaluate(program, decision, facts, {}), compile(program).evaluate(decision, facts, {})];
  return {
    codes: [...new Set(handbook.diagnostics.filter(({ blocks }) => blocks).map(({ code }) => code))],
    statuses: outcomes.map(({ status, error }) => `${status} ${error?.code ?? ''}`),
  };
}

const isError = ['error handbook/cycle', 'error handbook/cycle'];

test('a cycle that closes only when an interim version ends', () => {
  const texts = {
    'pay/history/p.v1.yaml': formula('p', 1, 'from: 2023-01-01', 'x: { value: q.x }'),
    'pay/p.yaml': formula('p', 2, 'from: 2024-01-01, to: 2024-12-31', 'x: { value: 1 }'),
    'pay/history/q.v1.yaml': formula('q', 1, 'from: 2023-01-01', 'x: { value: 1 }'),
    'pay/q.yaml': formula('q', 2, 'from: 2024-06-01', 'x: { value: p.x }'),
  };
  expect(asked(texts, 'p.x', '2025-06-01')).toEqual({ codes: ['handbook/cycle'], statuses: isError });
});

test('two cycles through one decision are both broken', () => {
  const texts = {
    'pay/a.yaml': formula('a', 1, 'from: 2023-01-01', 'x: { type: number, value: b.x + c.x }'),
    'pay/b.yaml': formula('b', 1, 'from: 2023-01-01', 'x: { type: number, value: a.x }'),
    'pay/c.yaml': formula('c', 1, 'from: 2023-01-01', 'x: { type: number, value: a.x + 1 }'),
  };
  for (const decision of ['a.x', 'b.x', 'c.x']) expect(asked(texts, decision, '2025-06-01').statuses).toEqual(isError);
});

test('facts that follow from each other block whoever reads them', () => {
  const texts = {
    'vocabulary/x.yaml': `kind: vocabulary
title: { en: X, zh: X }
facts:
  t.a: { type: number, title: { en: A, zh: A }, or-from: 10 - t.b }
  t.b: { type: number, title: { en: B, zh: B }, or-from: 10 - t.a }
`,
    'pay/p.yaml': formula('p', 1, 'from: 2023-01-01', 'x: { value: t.a }'),
    'pay/q.yaml': formula('q', 1, 'from: 2023-01-01', 'x: { value: t.b }'),
  };
  for (const decision of ['p.x', 'q.x']) expect(asked(texts, decision, '2025-06-01').statuses).toEqual(isError);
});
