import { expect, test } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { link } from '../../engine/program/link.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';

test('elements that look alike are each named with what they lack', () => {
  const handbook = handbookOf({
    ...policyTexts,
    'vocabulary/lots.yaml': `kind: vocabulary
title: { en: Lots, zh: 批 }
facts:
  lots: { type: list, of: lot, title: { en: Lots, zh: 批 }, fields: { fee: { type: money }, paid: { type: boolean } } }
`,
    'pay/p.yaml': `policy: p
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: P, zh: 制度 }
scope: pay
each: lot in lots
decisions: { twice: { title: { en: Twice, zh: 两倍 }, value: lot.fee * 2 } }
`,
  });
  const program = link(handbook, { at: '2026-10-31' });
  const facts = readFacts(program, { lots: [{}, { paid: true }, {}] });
  const lacking = ['lots[1].fee', 'lots[2].fee', 'lots[3].fee'];
  for (const outcome of [evaluate(program, 'p.twice', facts, {}), compile(program).evaluate('p.twice', facts, {})]) {
    expect(outcome.reasons.map(({ fact }) => fact)).toEqual(lacking);
  }
});
