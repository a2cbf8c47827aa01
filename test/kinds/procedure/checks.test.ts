import { expect, test } from 'vitest';
import { applyEdits } from '../../../engine/source/edit.ts';
import { findingsOf, pointOf } from '../small-handbook.ts';
import { procedureOf } from './world.ts';

const body = `log: t.log
steps:
  - { id: ask, role: clerk, evidence: [form], deadline: begun + 1 day, title: { en: Ask, zh: 申请 } }
  - { id: check, role: clerk, evidence: [], deadline: { unstated: silent }, title: { en: Check, zh: 检查 } }
  - { id: close, role: { unstated: silent }, evidence: { unstated: silent }, deadline: opened + 1 day, title: { en: Close, zh: 结束 } }
gaps:
  - { id: silent, says: { en: Silent., zh: 未写明。 } }
`;

const codesOf = (changed: string, words?: (text: string) => string): readonly string[] => {
  const found = procedureOf(changed, words);
  return findingsOf(found)
    .filter(({ severity }) => severity === 'error')
    .map((one) => pointOf(one, found.text));
};

test.each([
  ['nothing', 'ask', 'ask', []],
  ['two steps of one id', 'id: close', 'id: ask', ['procedure/twice ask']],
  ['no role', 'id: ask, role: clerk,', 'id: ask,', ['procedure/no-role ask']],
  ['no evidence', 'evidence: [],', '', ['procedure/no-evidence check']],
  ['no deadline', 'deadline: { unstated: silent },', '', ['procedure/no-deadline check']],
  [
    'a gap that does not exist',
    'deadline: { unstated: silent }',
    'deadline: { unstated: x }',
    ['expression/unknown-gap x'],
  ],
  ['a deadline that is no day', 'deadline: begun + 1 day', 'deadline: 1 day', ['expression/wrong-type 1 day']],
  ['a first day that is no day', 'id: ask,', 'id: ask, not-before: amount,', ['expression/wrong-type amount']],
  ['a condition that is none', 'id: check,', 'id: check, when: amount,', ['expression/wrong-type amount']],
  ['a condition that is never true', 'id: check,', 'id: check, when: false,', ['procedure/never-open false']],
  [
    'a condition that no amount makes true',
    'id: check,',
    'id: check, when: amount > 5 CNY and amount < 3 CNY,',
    ['procedure/never-open amount > 5 CNY and amount < 3 CNY'],
  ],
  ['a condition that some amount makes true', 'id: check,', 'id: check, when: amount > 3 CNY and amount < 5 CNY,', []],
  ['a condition about what is computed', 'id: check,', 'id: check, when: begun + limit > 2026-01-01,', []],
  ['an unknown step before', 'id: close,', 'id: close, after: chekc,', ['procedure/unknown-step chekc']],
  [
    'a step that waits for itself',
    'id: check,',
    'id: check, after: check,',
    ['procedure/unreachable check', 'procedure/unreachable close'],
  ],
  [
    'steps that wait for each other, so that the first is never open',
    'id: ask,',
    'id: ask, after: close,',
    ['procedure/unreachable close', 'procedure/unreachable check', 'procedure/unreachable close'],
  ],
  ['a way back that leads forward', 'id: check,', 'id: check, back-to: close,', ['procedure/back-forward close']],
  ['a way back to nowhere', 'id: check,', 'id: check, back-to: aks,', ['procedure/unknown-step aks']],
  [
    'days from before the start',
    'deadline: begun + 1 day',
    'deadline: opened + 1 day',
    ['procedure/no-start opened + 1 day'],
  ],
  [
    'a calendar that does not exist',
    'deadline: begun + 1 day',
    'deadline: "add-working-days(begun, 3)"',
    ['expression/unknown-function add-working-days'],
  ],
] as const)('%s', (_, find, replace, codes) => {
  expect(codesOf(body.replace(find, replace))).toEqual(codes);
});

test('a deadline without the fact now', () => {
  const without = (words: string): string => words.replace(/ {2}now: .*\n/, '');
  expect(codesOf(body, without)).toEqual(['procedure/no-now begun + 1 day', 'procedure/no-now opened + 1 day']);
  const unstated = body.replaceAll(/deadline: (begun|opened) \+ 1 day/g, 'deadline: { unstated: silent }');
  expect(codesOf(unstated, without)).toEqual([]);
});

test('what every step says needs not be said by each', () => {
  const every = body.replace(
    'steps:',
    'every-step: { role: clerk, evidence: [], deadline: { unstated: silent } }\nsteps:',
  );
  const said = every.replace('id: ask, role: clerk, evidence: [form], deadline: begun + 1 day,', 'id: ask,');
  expect(codesOf(said)).toEqual([]);
});

test('the mend of a slip names the step that was meant', () => {
  const slip = procedureOf(body.replace('id: close,', 'id: close, after: chekc,'));
  const [finding] = findingsOf(slip).filter(({ code }) => code === 'procedure/unknown-step');
  expect(applyEdits(slip.text, finding?.fixes[0]?.edits ?? [])).toContain('after: check,');
});

const shop = `policy: organization.shop
kind: organization
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: Shop, zh: 店 }
scope: shop
departments:
  shop: { title: { en: Shop, zh: 店 }, duties: { unstated: silent } }
posts:
  head: { title: { en: Head, zh: 店长 }, department: shop, reports-to: none, head-count: 1 }
  clerk: { title: { en: Clerk, zh: 店员 }, department: shop, reports-to: head, head-count: 2 }
gaps: [{ id: silent, says: { en: Silent., zh: 未写明。 } }]
`;

test.each([
  ['clerk', []],
  ['[clerk, shop, superior]', []],
  ['clerc', ['organization/unknown-name clerc']],
  ['[clerk, keper]', ['organization/unknown-name keper']],
])('the role %s in a shop that has its posts', (role, codes) => {
  const text = body.replace('id: ask, role: clerk', `id: ask, role: ${role}`);
  const found = procedureOf(text, undefined, { 'organization/shop.yaml': shop });
  const errors = findingsOf(found).filter(({ severity }) => severity === 'error');
  expect(errors.map((one) => pointOf(one, found.text))).toEqual(codes);
});
