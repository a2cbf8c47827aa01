import { expect, test } from 'vitest';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { link } from '../../engine/program/link.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';

const policy = (name: string, kind: string, value: string): string => `policy: ${name}
kind: ${kind}
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: ${name}, zh: ${name} }
scope: pay
decisions: { x: ${value} }
`;

test('whoever reads a policy that cannot be read is told what is wrong with that one', () => {
  const handbook = handbookOf({
    ...policyTexts,
    'pay/aa.yaml': policy('aa', 'formulaa', '{ value: 1 }'),
    'pay/bb.yaml': policy('bb', 'formula', '{ valeu: 1 }'),
    'pay/q.yaml': policy('q', 'formula', '{ value: bb.x }'),
  });
  const program = link(handbook, { at: '2026-10-31' });
  expect(evaluate(program, 'q.x', readFacts(program, {}), {}).error).toMatchObject({
    code: 'shape/unknown-key',
    span: { file: 'pay/bb.yaml' },
  });
});
