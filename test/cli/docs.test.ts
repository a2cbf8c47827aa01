import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw, folder } from './terminal.ts';

const handbook = resolve('test/site/handbook');
const docs = (out: string, ...more: readonly string[]): ReturnType<typeof bylaw> =>
  bylaw(['docs', '--out', out, '--handbook', handbook, ...more]);

test('a former site gives way, with the pages that are gone', async () => {
  const out = join(folder(), 'site');
  expect((await docs(out)).code).toBe(0);
  expect(readdirSync(out).sort()).toEqual(['.bylaw-files', 'assets', 'en', 'index.html', 'zh']);
  expect(await docs(out, '--lang', 'zh')).toMatchObject({ code: 0, out: '' });
  expect(readdirSync(out).sort()).toEqual(['.bylaw-files', 'assets', 'index.html', 'zh']);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('url=zh/index.html');
});

test('a folder with anything else in it is left alone, also deep inside', async () => {
  const out = join(folder(), 'site');
  await docs(out);
  writeFileSync(join(out, 'zh', 'mine.txt'), 'mine');
  const again = await docs(out, '--lang', 'en');
  expect(again.code).toBe(2);
  expect(again.err).toContain('holds “zh/mine.txt”, which was not written here');
  expect(existsSync(join(out, 'zh', 'index.html'))).toBe(true);
  mkdirSync(join(out, '..', 'other', 'empty'), { recursive: true });
  expect((await docs(join(out, '..', 'other'))).code).toBe(2);
});

test('it is written for its readers, in both languages or the one that is named', async () => {
  const out = join(folder(), 'site');
  expect(await docs(out, '--lang', 'both')).toMatchObject({ code: 0 });
  expect(readdirSync(out)).toContain('zh');
  expect((await bylaw(['docs', '--lang', 'zh'])).err).toContain('缺少 --out');
  expect((await bylaw(['docs', '--lang', 'both'])).code).toBe(2);
  expect((await docs(out, '--at', '2026-02-30')).code).toBe(2);
});

test('a page says which version is in force on the day', async () => {
  const out = join(folder(), 'site');
  await docs(out, '--at', '2026-03-31', '--lang', 'en');
  const page = readFileSync(join(out, 'en', 'policy.bonus.html'), 'utf8');
  expect(page).toContain('since 2026-01-01');
  const newer = readFileSync(join(out, 'en', 'policy.bonus.v2.html'), 'utf8');
  expect(newer).toContain('This version is not in force yet.');
  expect(newer).toContain('to come');
});
