import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, handbookWith } from './terminal.ts';

test('the old version moves to history, the new one stands in its place', async () => {
  const dir = handbookWith();
  const before = readFileSync(join(dir, 'pay/commission.head.yaml'), 'utf8');
  const ran = await bylaw(['amend', 'commission.head', '--from', '2027-01-01', '--handbook', dir]);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(join(dir, 'pay/history/commission.head.v1.yaml'), 'utf8')).toBe(before);
  expect(readFileSync(join(dir, 'pay/commission.head.yaml'), 'utf8')).toContain('version: 2');
});

test('a file in its usual form keeps it, with the reason in it, and is told by its path', async () => {
  const dir = handbookWith();
  const because = ['--because-en', 'Sales are harder', '--because-zh', '市场变化'];
  const cwd = join(dir, '..');
  const ran = await bylaw(['amend', 'commission.head', '--from', '2027-01-01', ...because], { cwd });
  expect(ran.out).toContain('policies/pay/commission.head.yaml is now version 2');
  expect(readFileSync(join(dir, 'pay/commission.head.yaml'), 'utf8')).toContain(
    'because: { en: Sales are harder, zh: 市场变化 }',
  );
  expect(await bylaw(['fmt', '--check', 'policies/pay/commission.head.yaml'], { cwd })).toMatchObject({ code: 0 });
});

test.each([
  [
    '2020-01-01',
    'bylaw: Version 1, the newest, starts on 2023-01-01; an amendment from 2020-01-01 on would begin before what it amends. Name a day after 2023-01-01.\n',
  ],
  [
    '2023-01-01',
    'bylaw: Version 1, the newest, starts on 2023-01-01 too. Name a later day; only a version that is not yet in force is edited instead.\n',
  ],
])('from %s on is refused, and nothing is written', async (from, err) => {
  const dir = handbookWith();
  const ran = await bylaw(['amend', 'commission.head', '--from', from, '--handbook', dir]);
  expect(ran).toEqual({ code: 2, out: '', err });
  expect(existsSync(join(dir, 'pay/history'))).toBe(false);
});

test('between two versions is refused as well', async () => {
  const dir = handbookWith();
  await bylaw(['amend', 'commission.head', '--from', '2027-01-01', '--handbook', dir]);
  const ran = await bylaw(['amend', 'commission.head', '--from', '2026-12-01', '--handbook', dir]);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain('Version 2, the newest, starts on 2027-01-01;');
});

test('a first day that has passed is allowed and said', async () => {
  const dir = handbookWith();
  const argv = ['amend', 'commission.head', '--from', '2026-10-01', '--handbook', dir];
  const ran = await bylaw([...argv, '--lang', 'zh']);
  expect(ran).toMatchObject({
    code: 0,
    err: '自 2026-10-01 起施行，早于今天（2026-10-31）30 天：其间已算出的结果将重新计算。\n',
  });
});
