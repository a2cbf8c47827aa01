import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { version } from '../../engine/host/version.ts';
import { bylaw, folder, json } from './terminal.ts';

const filesBelow = (dir: string): readonly string[] =>
  globSync('**/*', { cwd: dir, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe.each([
  ['as it is, in Chinese', ['--lang', 'zh'], '街角面包店'],
  ['as it is, in English', ['--lang', 'en'], 'Corner bakery'],
  [
    'with names of its own',
    ['--name', 'Blue "Door": Books, #1', '--scope', '总部', '--currency', 'EUR'],
    'Blue "Door"',
  ],
  ['in a currency without cents', ['--currency', 'JPY', '--time-zone', 'Asia/Tokyo'], 'to: 1 JPY'],
  ['in a currency of three digits', ['--currency', 'KWD', '--scope', 'head-office'], 'to: 0.001 KWD'],
])('a new handbook %s', (_, options, says) => {
  test('checks, holds, is covered and has its usual form at once', async () => {
    const dir = folder();
    expect(await bylaw(['init', '书店', ...options], { cwd: dir })).toMatchObject({ code: 0, err: '' });
    const cwd = join(dir, '书店');
    const ran = async (...argv: readonly string[]): Promise<string> => {
      const { code, out, err } = await bylaw(argv, { cwd });
      expect({ argv, code, err: code === 0 ? '' : err + out }).toEqual({ argv, code: 0, err: '' });
      return out;
    };
    expect(await ran('check')).toMatch(/0 errors, 0 warnings\n$/);
    expect(await ran('test', '--missing', '--require', '100')).toMatch(/\n(\d+) cases: \1 hold, 0 fail\n/);
    expect(await ran('coverage')).toMatch(/(\d+)\/\1 clauses, (\d+)\/\2 figures .*, (\d+)\/\3 issues/);
    await ran('fmt', '--check');
    expect(readFileSync(join(cwd, 'policies/handbook.yaml'), 'utf8')).toContain(says);
    expect(readFileSync(join(cwd, 'policies/handbook.yaml'), 'utf8')).toContain('handbook: 书店\n');
  });
});

test('comments are in the language of the command, and ordinary ones', async () => {
  const dir = folder();
  for (const lang of ['en', 'zh']) await bylaw(['init', lang, '--lang', lang], { cwd: dir });
  const english = readFileSync(join(dir, 'en/policies/shop/delivery.yaml'), 'utf8').match(/^\s*#.*$/gm) ?? [];
  const chinese = readFileSync(join(dir, 'zh/policies/shop/delivery.yaml'), 'utf8').match(/^\s*#.*$/gm) ?? [];
  expect(english.length).toBe(2);
  expect(chinese.length).toBe(2);
  expect(english.join('')).not.toMatch(/\p{Script=Han}/u);
  expect(chinese.join('')).toMatch(/\p{Script=Han}/u);
});

test('the template says everything in both languages', () => {
  const lines = filesBelow('templates/handbook').flatMap((path) => readFileSync(path, 'utf8').split('\n'));
  const count = (lang: string): number => lines.filter((line) => line.trimStart().startsWith(`#${lang} `)).length;
  expect(count('en')).toBeGreaterThan(20);
  expect(count('zh')).toBe(count('en'));
  for (const page of ['README.md', 'README.zh-CN.md'])
    expect(readFileSync(`templates/handbook/${page}`, 'utf8')).toContain(`bylaw-${version()}.tgz`);
});

test.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
])('what %s tells to try works', async (page, lang) => {
  const dir = folder();
  await bylaw(['init', 'h', '--lang', lang], { cwd: dir });
  const cwd = join(dir, 'h');
  const [, facts = ''] = /`data\/order\.json`[^`]*`(\{.*\})`/.exec(readFileSync(join(cwd, page), 'utf8')) ?? [];
  mkdirSync(join(cwd, 'data'));
  writeFileSync(join(cwd, 'data/order.json'), facts);
  const ran = await bylaw(['explain', 'delivery.fee', '--facts', 'data/order.json', '--lang', lang], { cwd });
  expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('12.00 CNY') as string });
});

test('only an empty folder is filled; a repository just begun is one', async () => {
  const dir = folder();
  mkdirSync(join(dir, 'begun/.git'), { recursive: true });
  mkdirSync(join(dir, 'full'));
  writeFileSync(join(dir, 'full/notes.txt'), 'mine');
  writeFileSync(join(dir, 'file'), '');
  const begun = await bylaw(['init', 'begun', '--json'], { cwd: dir });
  expect(json<{ files: readonly string[] }>(begun).files).toContain('policies/handbook.yaml');
  const again = await bylaw(['init', 'begun'], { cwd: dir });
  expect(again).toMatchObject({ code: 2, out: '', err: expect.stringContaining('is not empty') as string });
  expect(await bylaw(['init', 'full', '--lang', 'zh'], { cwd: dir })).toMatchObject({
    code: 2,
    err: expect.stringContaining('不是空文件夹，其中有“notes.txt”') as string,
  });
  expect((await bylaw(['init', 'file'], { cwd: dir })).code).toBe(2);
  expect(globSync('full/*', { cwd: dir })).toEqual(['full/notes.txt']);
});

test.each([
  [['--currency', 'eur'], '“eur” is no currency'],
  [['--scope', 'head office'], '“head office” is no id'],
  [['--scope', '../x'], '“../x” is no id'],
  [['--time-zone', 'Mars/Base'], '“Mars/Base” is no time zone'],
  [['--name', '  '], '--name takes'],
])('%j writes nothing', async (options, says) => {
  const dir = folder();
  const ran = await bylaw(['init', 'h', ...options], { cwd: dir });
  expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining(says) as string });
  expect(globSync('*', { cwd: dir })).toEqual([]);
});

test('editors find the schema of every file, and nothing wrong in those of the template', () => {
  const ajv = new Ajv2020({ strict: false, allowUnionTypes: true });
  const paths = globSync('schemas/*.schema.json').map((path) => path.replaceAll('\\', '/'));
  for (const path of paths) ajv.addSchema(schemaAt(path), `file:///h/node_modules/bylaw/${path}`);
  const association = schemaAt('templates/handbook/dot.vscode/bylaw.schema.json');
  const named = [...JSON.stringify(association).matchAll(/bylaw\/(schemas\/[\w.-]+)"/g)].map(([, path]) => path);
  expect(named.sort()).toEqual(paths.filter((path) => path !== 'schemas/mapping.schema.json').sort());
  const fits = ajv.compile({ ...association, $id: 'file:///h/.vscode/bylaw.schema.json' });
  const files = filesBelow('templates/handbook/policies');
  expect(files.filter((path) => !fits(parse(readFileSync(path, 'utf8'))))).toEqual([]);
  expect(
    [{ handbook: 'x', nonsense: 1 }, { kind: 'tiers', policy: 'x' }, { 'cases-of': 'x' }].map((file) => fits(file)),
  ).toEqual([false, false, false]);
});

const schemaAt = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object;
