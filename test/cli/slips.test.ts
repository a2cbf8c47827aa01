import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exactDigits, parseExact, plusExact } from '../../engine/value/exact.ts';
import { samplePeople } from '../slips/sample-people.ts';
import { smallFolder, textOfPage } from '../slips/small.ts';
import { bylaw, folder } from './terminal.ts';

const small = ['run', 'pay.total', '--handbook', smallFolder, '--period', '2026-10', '--in', '-'];
const header = 'no,name,sold,completion,bonus.set,on-leave\n';
const row = (key: string, more = 'A,12345.67 CNY,99.9%,,false'): string => `"${key.replaceAll('"', '""')}",${more}\n`;

function slipsIn(dir: string): readonly string[] {
  return readdirSync(dir).filter((name) => /^\d/.test(name));
}

test('a thousand people, ten of them in error: 990 slips, and totals that are the sum of the slips', async () => {
  const dir = join(folder(), 'october');
  const table = samplePeople(1000, 10);
  const argv = ['run', 'pay.promoter.total', 'pay.promoter.commission', '--period', '2026-10', '--in', '-'];
  const ran = await bylaw([...argv, '--slips', dir, '--lang', 'en'], { stdin: table });
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(ran.err).toContain('990 slips in');
  const files = slipsIn(dir);
  expect(files).toHaveLength(990);
  const index = readFileSync(join(dir, 'index.html'), 'utf8');
  expect(textOfPage(index)).toMatch(/^Rows in error: 10$/m);
  expect(index.match(/<li>/g)).toHaveLength(10);
  // Sums from the pages alone: what people see adds up.
  const overviews = files.map((file) => {
    const slip = readFileSync(join(dir, file), 'utf8');
    return textOfPage(slip.slice(slip.indexOf('<tbody>'), slip.indexOf('</tbody>')));
  });
  for (const [decision, place] of [
    ['pay.promoter.total', 1],
    ['pay.promoter.commission', 2],
  ] as const) {
    const pattern = new RegExp(`^${place} .* ([\\d,.]+) CNY`, 'm');
    const shown = overviews.map((text) => pattern.exec(text)?.[1]);
    const sum = shown.reduce(
      (total, digits) => (digits === undefined ? total : plusExact(total, parseExact(digits.replaceAll(',', '')))),
      { top: 0n, bottom: 1n },
    );
    const [, total = ''] = new RegExp(`data-decision="${decision}">([^<]+) CNY<`).exec(index) ?? [];
    expect(exactDigits(parseExact(total.replaceAll(',', '')))).toBe(exactDigits(sum));
    const determined = shown.filter((digits) => digits !== undefined).length;
    expect(determined).toBeGreaterThan(800);
    expect(determined).toBeLessThan(990);
    expect(textOfPage(index)).toMatch(
      new RegExp(`${decision} [\\d,.]+ CNY ${determined} ${990 - determined} 0 10$`, 'm'),
    );
  }
}, 120_000);

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
