import { expect, test } from 'vitest';
import { handbookOf } from '../../support/policies.ts';
import { ask } from '../ask.ts';
import { smallManifest } from '../../support/small-manifest.ts';

const vocabulary = `kind: vocabulary
title: { en: Words, zh: 词汇 }
subjects:
  shop: { title: { en: Shop, zh: 店 } }
  article: { within: shop, title: { en: Article, zh: 商品 } }
  customer: { within: shop, title: { en: Customer, zh: 顾客 } }
facts:
  is-open: { type: boolean, subject: shop, title: { en: Open, zh: 营业 } }
  is-short: { type: boolean, subject: article, title: { en: Short, zh: 缺货 } }
  is-rated: { type: boolean, subject: customer, title: { en: Rated, zh: 已评级 } }
`;

const policy = (name: string, kind: string, body: string): string => `policy: ${name}
kind: ${kind}
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: T, zh: 表 }
scope: shop
${body}`;

const rules = (...conditions: readonly string[]): string =>
  policy(
    't',
    'controls',
    `rules:\n${conditions.map((when, i) => `  - { id: r${i}, title: { en: R, zh: 规则 }, when: ${when}, tell: manager }\n`).join('')}`,
  );
const formula = policy('rating', 'formula', 'decisions:\n  missing: { value: not is-rated }\n');
const reader = policy('u', 'formula', 'decisions:\n  n: { value: size(t.raised) }\n');

test.each([
  ['one thing', ['is-short', 'not is-short'], 'undetermined missing-fact is-short'],
  ['a thing and what it lies within', ['is-short', 'is-open'], 'undetermined missing-fact is-open, missing-fact is-short'],
  ['two things apart', ['is-short', 'is-rated'], 'error decision/unknown'],
  ['a thing apart behind another decision', ['is-short', 'rating.missing'], 'error decision/unknown'],
] as const)('the list of rules raised: %s', (_name, conditions, said) => {
  const handbook = handbookOf({ 'handbook.yaml': smallManifest, 'words.yaml': vocabulary, 'rating.yaml': formula, 't.yaml': rules(...conditions) });
  expect(handbook.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual([]);
  expect(ask(handbook, 't.raised', {})).toBe(said);
}); // prettier-ignore

test('nobody can read a list that is not there', () => {
  const handbook = handbookOf({
    'handbook.yaml': smallManifest,
    'words.yaml': vocabulary,
    't.yaml': rules('is-short', 'is-rated'),
    'u.yaml': reader,
  });
  expect(handbook.diagnostics.filter(({ blocks }) => blocks).map(({ code }) => code)).toEqual([
    'expression/unknown-name',
  ]);
});
