import { expect, test } from 'vitest';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { link } from '../../engine/program/link.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';

test('a text in a policy and the same text as a fact are equal, whatever width their signs have', () => {
  const handbook = handbookOf({
    ...policyTexts,
    'vocabulary/colour.yaml':
      'kind: vocabulary\ntitle: { en: C, zh: 色 }\nfacts: { item.colour: { type: text, title: { en: C, zh: 色 } } }\n',
    'pay/p.yaml': `policy: p
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: P, zh: 制度 }
scope: pay
decisions: { red: { value: 'item.colour = "红色（M）"' } }
`,
  });
  const program = link(handbook, { at: '2026-10-31' });
  for (const colour of ['红色（M）', '红色(M)']) {
    expect(evaluate(program, 'p.red', readFacts(program, { 'item.colour': colour }), {}).value).toBe('true');
  }
});
