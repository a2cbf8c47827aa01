import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallFolder, textOfPage } from '../slips/small.ts';
import { bylaw, folder } from './terminal.ts';

const small = ['run', 'pay.total', '--handbook', smallFolder, '--period', '2026-10', '--in', '-'];
const header = 'no,name,sold,completion,bonus.set,on-leave\n';
const row = (key: string, more = 'A,12345.67 CNY,99.9%,,false'): string => `"${key.replaceAll('"', '""')}",${more}\n`;

function slipsIn(dir: string): readonly string[] {
  return readdirSync(dir).filter((name) => /^\d/.test(name));
}

test('keys of whatever sort keep their files apart and inside the folder', async () => {
  const dir = join(folder(), 'slips');
  const keys = [
    '../x',
    '..',
    'a',
    'A',
    '张三',
    `${'长'.repeat(300)}1`,
    `${'长'.repeat(300)}2`,
    'CON',
    '<b>"&\'',
    '/etc',
  ];
  const ran = await bylaw([...small, '--slips', dir], { stdin: header + keys.map((key) => row(key)).join('') });
  expect(ran.code).toBe(0);
  const files = slipsIn(dir);
  expect(files).toHaveLength(keys.length);
  expect(new Set(files.map((name) => name.toLowerCase())).size).toBe(keys.length);
  expect(files.filter((name) => Buffer.byteLength(name) > 200 || /[/\\<>"&:]/.test(name))).toEqual([]);
  const index = readFileSync(join(dir, 'index.html'), 'utf8');
  const linked = [...index.matchAll(/href="([^#"]+)#en"/g)].map(([, name = '']) => decodeURIComponent(name));
  expect(linked.sort()).toEqual([...files].sort());
  expect(index).not.toContain('<b>"');
  expect(textOfPage(index)).toContain('<b>"&\'');
});

test('a person who stands twice, or has no key, gets no slip, and the index says why', async () => {
  const dir = join(folder(), 'slips');
  const table = header + row('a') + row('b') + row('a') + row('') + row('');
  const ran = await bylaw([...small, '--slips', dir, '--lang', 'en'], { stdin: table });
  expect(ran.code).toBe(1);
  expect(slipsIn(dir)).toEqual(['0002-b.html']);
  const said = textOfPage(readFileSync(join(dir, 'index.html'), 'utf8'));
  expect(said).toContain('Rows in error: 4');
  for (const text of ['stands in row 4 too', 'stands in row 2 too', 'The row has no key']) expect(said).toContain(text);
  expect(said).toMatch(/pay\.total 3,154\.32 CNY 1 0 0 4$/m); // 3000 + 12345.67 × 1.25 % = 154.320875
});

test('in the languages that are named, both when none is', async () => {
  const languagesOf = async (...more: readonly string[]): Promise<readonly string[]> => {
    const dir = join(folder(), 'slips');
    expect((await bylaw([...small, '--slips', dir, ...more], { stdin: header + row('a') })).code).toBe(0);
    return [...readFileSync(join(dir, '0001-a.html'), 'utf8').matchAll(/<article id="(\w+)"/g)].map(
      ([, id = '']) => id,
    );
  };
  expect(await languagesOf()).toEqual(['zh', 'en']);
  expect(await languagesOf('--lang', 'both')).toEqual(['zh', 'en']);
  expect(await languagesOf('--lang', 'zh')).toEqual(['zh']);
  expect(await languagesOf('--lang=en')).toEqual(['en']);
  expect((await bylaw(['eval', 'pay.total', '--lang', 'both'])).code).toBe(2);
});

test('an earlier result gives way; a folder with anything else in it stays as it is', async () => {
  const dir = folder();
  const run = async (place: string, keys: readonly string[]): Promise<number> =>
    (
      await bylaw([...small, '--slips', place], {
        cwd: process.cwd(),
        stdin: header + keys.map((key) => row(key)).join(''),
      })
    ).code;
  const own = join(dir, 'own');
  mkdirSync(own);
  expect(await run(own, ['a', 'b'])).toBe(0);
  expect(await run(own, ['c'])).toBe(0);
  expect(slipsIn(own)).toEqual(['0001-c.html']);
  writeFileSync(join(own, 'notes.txt'), 'mine');
  expect(await run(own, ['d'])).toBe(2);
  expect(readdirSync(own).sort()).toEqual(['.bylaw-files', '0001-c.html', 'index.html', 'notes.txt']);
  symlinkSync(own, join(dir, 'link'));
  expect(await run(join(dir, 'link'), ['d'])).toBe(2);
  writeFileSync(join(dir, 'file'), '');
  expect(await run(join(dir, 'file'), ['d'])).toBe(2);
  expect(readdirSync(dir).filter((name) => /part|before/.test(name))).toEqual([]);
});

test('the key can be another column, and must be one', async () => {
  const dir = join(folder(), 'slips');
  expect((await bylaw([...small, '--slips', dir, '--key', 'name'], { stdin: header + row('7') })).code).toBe(0);
  expect(slipsIn(dir)).toEqual(['0001-A.html']);
  const ran = await bylaw([...small, '--slips', dir, '--key', 'nam', '--lang', 'en'], { stdin: header + row('7') });
  expect(ran).toMatchObject({ code: 2 });
  expect(ran.err).toContain('Did you mean “name”?');
});
