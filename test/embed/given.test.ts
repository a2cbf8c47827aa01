import { expect, test } from 'vitest';
import { explainDecision } from '../../engine/explain.ts';
import { rulesAt } from '../../engine/runtime.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';
import { smallManifest } from '../support/small-manifest.ts';
import { askHostilely } from './hostile.ts';

test('decisions that read their facts quickly say what reading all facts first says', () => {
  const { wrong, asked, quick } = askHostilely(rulesAt(handbookOf(policyTexts), { at: '2026-10-31' }), 60);
  expect(wrong.slice(0, 3).join('\n')).toBe('');
  expect(quick).toBeGreaterThan(asked / 10);
});

test('a date that cannot move says by how much, however it was asked', () => {
  const handbook = handbookOf({
    'handbook.yaml': smallManifest,
    'facts.yaml': `kind: vocabulary
title: { en: Facts, zh: 事实 }
facts:
  shop.day: { title: { en: Day, zh: 日期 }, type: date }
  shop.count: { title: { en: Count, zh: 数量 }, type: number }
`,
    'due.yaml': `policy: due
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: Due, zh: 到期 }
cites: [S-1]
scope: shop
decisions:
  later: { title: { en: Later, zh: 之后 }, value: shop.day + 1 month * shop.count / 3 }
  earlier: { title: { en: Earlier, zh: 之前 }, value: shop.day - 1 month * shop.count / 3 }
`,
  });
  const rules = rulesAt(handbook, { at: '2026-10-31' });
  for (const count of ['1', '-1', '1.5', '0.3']) {
    const facts = { 'shop.day': '2026-01-31', 'shop.count': count };
    for (const decision of ['due.later', 'due.earlier']) {
      const { error } = rules.decide(decision, facts);
      expect(error?.code).toBe('date/not-whole');
      expect(explainDecision(rules, decision, facts).outcome.error).toEqual(error);
    }
  }
});
