import { describe, expect, test } from 'vitest';
import type { Handbook } from '../../../engine/program/handbook.ts';
import { handbookOf, pointedAt } from '../../support/policies.ts';
import { askOn } from '../ask-on.ts';

const manifest = `handbook: small
title: { en: Small, zh: 小 }
revision: 1
languages: [zh, en]
currency: CNY
time-zone: Asia/Shanghai
rounding: { money: { to: 0.01 CNY, mode: half-up } }
sources: {}
scopes:
  shop: { source: S, title: { en: Shop, zh: 店 } }
  depot: { source: S, title: { en: Depot, zh: 库 } }
`;
const vocabulary = `kind: vocabulary
title: { en: Words, zh: 词汇 }
facts:
  approver: { type: post, title: { en: Approver, zh: 批准人 } }
`;
const head = (policy: string, kind: string, more = ''): string => `policy: ${policy}
kind: ${kind}
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: T, zh: 表 }
scope: shop
${more}`;
const gaps = 'gaps: [{ id: open, says: { en: Open, zh: 未写明 } }]\n';
const departments = `departments:
  shop: { title: { en: Shop, zh: 店 }, head-count: 4 }
  counter: { within: shop, title: { en: Counter, zh: 柜台 }, duties: { unstated: open } }
`;
const post = (id: string, line: string, more = ''): string =>
  `  ${id}: { title: { en: "${id}", zh: 岗${id} }, department: counter, reports-to: ${line}, head-count: 1${more} }\n`;
const posts = `posts:
${post('owner', 'none')}${post('manager', 'owner', ', leads: counter')}${post('clerk', 'manager', ', duties: [{ en: Pack, zh: 打包 }]')}${post('guard', '{ unstated: open }')}`;
const side = `side-duties:
  - { held-by: [clerk, guard], duties: [{ en: Books, zh: 记账 }] }
  - { held-by: guard, duties: { unstated: open } }
  - { held-by: clerk, duties: [{ en: Keys, zh: 钥匙 }] }
`;
const organization = head('organization.shop', 'organization') + departments + posts + side + gaps;

const world = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  'handbook.yaml': manifest,
  'words.yaml': vocabulary,
  ...texts,
});
const codesOf = (handbook: Handbook): readonly string[] => handbook.diagnostics.map(({ code }) => code);
const approval = head('approval', 'formula', 'owner: manager\n');
const rule = (value: string, more = ''): string => `${approval}decisions:\n  ok: { value: "${value}" }\n${more}`;

describe('what can be asked', () => {
  const handbook = handbookOf(world({ 'o.yaml': organization, 'p.yaml': rule('is-above(approver, clerk)') }));

  test('nothing is to be found', () => {
    expect(codesOf(handbook)).toEqual([]);
  });

  test.each([
    ['superior', 'clerk', 'manager'],
    ['superior', 'owner', 'error organization/no-superior'],
    ['superior', 'guard', 'undetermined gap organization.shop#open'],
    ['department', 'clerk', 'counter'],
    ['posts-above', 'clerk', '[manager, owner]'],
    ['posts-above', 'owner', '[]'],
    ['posts-above', 'guard', 'undetermined gap organization.shop#open'],
    // The guard may report to each of them, but not to anybody below the guard.
    ['posts-below', 'manager', 'undetermined gap organization.shop#open'],
    ['posts-below', 'guard', '[]'],
    ['head-count', 'clerk', '1'],
    ['duties', 'clerk', '[{en: Pack, zh: 打包}]'],
    ['duties', 'manager', 'undetermined gap organization.shop#duties'],
    ['side-duties', 'clerk', '[{en: Books, zh: 记账}, {en: Keys, zh: 钥匙}]'],
    ['side-duties', 'guard', 'undetermined gap organization.shop#open'],
    ['side-duties', 'manager', '[]'],
    ['leader', 'counter', 'manager'],
    ['leader', 'shop', 'undetermined gap organization.shop#leader'],
    ['department-head-count', 'shop', '4'],
    ['department-head-count', 'counter', 'undetermined gap organization.shop#department-head-count'],
    ['department-duties', 'counter', 'undetermined gap organization.shop#open'],
  ])('.%s on %s', (output, on, said) => {
    expect(askOn(handbook, `organization.shop.${output}`, {}, on)).toBe(said);
  });

  test.each([
    ['owner', 'true'],
    ['clerk', 'false'],
    ['onwer', 'error fact/unknown-member'],
    [null, 'undetermined missing-fact approver'],
  ])('a policy asks whether %s is above the clerk', (approver, said) => {
    expect(askOn(handbook, 'approval.ok', { approver })).toBe(said);
  });

  test('a policy asks it on the other post', () => {
    const text = rule('organization.shop.superior on approver = manager');
    expect(
      askOn(handbookOf(world({ 'o.yaml': organization, 'p.yaml': text })), 'approval.ok', { approver: 'clerk' }),
    ).toBe('true');
  });
});

describe('the version in force answers', () => {
  const second = organization
    .replace('version: 1', 'version: 2')
    .replace('from: 2023-01-01', 'from: 2026-07-01')
    .replace('title: { en: T, zh: 表 }', 'title: { en: T, zh: 表 }\nbecause: { en: New line, zh: 调整 }')
    .replace(post('clerk', 'manager', ', duties: [{ en: Pack, zh: 打包 }]'), post('clerk', 'owner'));
  const handbook = handbookOf(
    world({ 'o.yaml': second, 'history/o.v1.yaml': organization, 'p.yaml': rule('superior-of(approver) = owner') }),
  );

  test.each([
    ['2026-06-30', 'manager', 'false'],
    ['2026-07-01', 'owner', 'true'],
  ])('on %s', (at, superior, decided) => {
    expect(codesOf(handbook)).toEqual([]);
    expect(askOn(handbook, 'organization.shop.superior', {}, 'clerk', at)).toBe(superior);
    expect(askOn(handbook, 'approval.ok', { approver: 'clerk' }, undefined, at)).toBe(decided);
  });

  test('a post that is renamed from a day on is missed by a policy that goes on', () => {
    const renamed = second
      .replaceAll('manager', 'chief')
      .replace(post('chief', 'owner', ', leads: counter'), post('chief', 'owner', ', leads: counter'));
    const texts = world({
      'o.yaml': renamed,
      'history/o.v1.yaml': organization,
      'p.yaml': rule('true and is-above(approver, clerk)'),
    });
    const { diagnostics } = handbookOf(texts);
    expect(diagnostics.map((one) => `${one.span.file} ${one.code} ${pointedAt(one, texts)}`)).toEqual([
      'p.yaml organization/unknown-name manager',
      'o.yaml organization/name-missed organization.shop',
    ]);
    expect(diagnostics.flatMap(({ related }) => related.map(({ span }) => span.file))).toEqual(['o.yaml', 'p.yaml']);
  });
});

describe('who is named exists', () => {
  const left = `decisions:\n  bonus: { left-to: { by: NAME, allowed: "[1 CNY .. 2 CNY]" } }\n`;
  const owned = (owner: string): string =>
    `${head('p', 'formula', `owner: ${owner}\n`)}decisions:\n  x: { value: 1 }\n`;
  const provision = (who: string): string =>
    `${head('p', 'provisions')}provisions:\n  - { id: a, who: ${who}, must: [{ en: Work, zh: 工作 }] }\n`;
  const control = (told: string): string =>
    `${head('p', 'controls')}rules:\n  - { id: a, title: { en: A, zh: 甲 }, when: approver = clerk, tell: ${told} }\n`;

  test.each([
    ['whom a control tells', control('manager'), []],
    ['several whom a control tells', control('[manager, counter]'), []],
    ['one of several whom nobody lists', control('[manager, clrek]'), ['clrek → clerk']],
    ['an owner that is a post', owned('manager'), []],
    ['an owner that is a department', owned('counter'), []],
    ['an owner that nobody lists', owned('manger'), ['manger → manager']],
    ['an owner that is no relation', owned('superior'), ['superior → ']],
    ['a decider', head('p', 'formula') + left.replace('NAME', 'mangaer'), ['mangaer → manager']],
    ['a decider by relation', head('p', 'formula') + left.replace('NAME', 'superior'), []],
    ['whom a provision binds', provision('all-staff'), []],
    ['whom nobody lists', provision('clrek'), ['clrek → clerk']],
    ['somebody outside', provision('{ en: Customer, zh: 顾客 }'), []],
  ])('%s', (_what, text, told) => {
    const texts = world({ 'o.yaml': organization, 'p.yaml': text });
    const found = handbookOf(texts).diagnostics.filter(({ code }) => code === 'organization/unknown-name');
    expect(
      found.map((one) => `${pointedAt(one, texts)} → ${one.fixes.map(({ edits }) => edits[0]?.text ?? '').join()}`),
    ).toEqual(told);
  });

  test('a scope without an organization is left alone', () => {
    const texts = world({ 'o.yaml': organization, 'p.yaml': owned('anybody').replace('scope: shop', 'scope: depot') });
    expect(codesOf(handbookOf(texts)).filter((code) => code.startsWith('organization/'))).toEqual([]);
  });

  test('two organizations in one scope are told at both', () => {
    const other = organization.replace('policy: organization.shop', 'policy: organization.shop-two');
    const found = handbookOf(world({ 'a.yaml': organization, 'b.yaml': other })).diagnostics;
    expect(found.filter(({ blocks }) => blocks).map(({ code, span }) => `${span.file} ${code}`)).toEqual([
      'a.yaml organization/two-in-scope',
      'b.yaml organization/two-in-scope',
    ]);
  });

  test('a superior of another scope is told as such', () => {
    const depot = `${head('organization.depot', 'organization').replace('scope: shop', 'scope: depot')}${departments.replace(', head-count: 4', '')}posts:\n${post('keeper', 'clerk')}${gaps}`;
    const found = handbookOf(world({ 'o.yaml': organization, 'd.yaml': depot })).diagnostics;
    expect(found.filter(({ blocks }) => blocks).map(({ code }) => code)).toEqual(['organization/superior-elsewhere']);
    expect(found[0]?.message.en).toContain('“shop”');
  });

  test('an organization with a circle answers nothing, nor do policies that ask it', () => {
    const circle = organization.replace(post('owner', 'none'), post('owner', 'clerk'));
    const handbook = handbookOf(world({ 'o.yaml': circle, 'p.yaml': rule('is-above(approver, clerk)') }));
    expect(codesOf(handbook)).toEqual(['organization/cycle']);
    expect(askOn(handbook, 'approval.ok', { approver: 'owner' })).toBe('error organization/cycle');
    expect(askOn(handbook, 'organization.shop.superior', {}, 'clerk')).toBe('error organization/cycle');
  });
});
