/** A result stands where the file of its name did: behind a link, and for the same readers. */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallFolder } from './small-run.ts';
import { bylaw, type Ran } from './terminal.ts';

const table = 'who,sales.net\np1,100.00 CNY\n';
const run = (cwd: string, ...more: readonly string[]): Promise<Ran> =>
  bylaw(['run', 'pay.amount', '--handbook', 'rules', '--in', 'in.csv', '--at', '2026-10-31', ...more], { cwd });

test.each([
  ['in one go', []],
  ['with a journal', ['--resume']],
])('links and modes stay: %s', async (_how, more) => {
  const dir = smallFolder({ 'in.csv': table, 'deep/real.csv': 'before' });
  chmodSync(join(dir, 'deep/real.csv'), 0o600);
  for (const [link, to] of [
    ['link.csv', 'deep/real.csv'],
    ['later.csv', 'deep/new.csv'],
  ] as const) {
    symlinkSync(to, join(dir, link));
    expect(await run(dir, '--out', link, ...more)).toMatchObject({ code: 0 });
    expect(lstatSync(join(dir, link)).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(dir, to), 'utf8')).toContain('p1,100.00 CNY,10.00 CNY,determined');
  }
  expect(statSync(join(dir, 'deep/real.csv')).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(dir, 'deep')).sort()).toEqual(['new.csv', 'real.csv']);
  expect(readdirSync(dir).sort()).toEqual(['deep', 'in.csv', 'later.csv', 'link.csv', 'rules']);
});

test('a folder is told before the first row is answered', async () => {
  const dir = smallFolder({ 'in.csv': table });
  mkdirSync(join(dir, 'box.csv'));
  for (const more of [[], ['--resume']]) {
    const refused = await run(dir, '--out', 'box.csv', ...more);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('cannot be written (EISDIR)') as string });
    expect(refused.err).not.toContain('1 row;');
  }
  expect(readdirSync(dir).sort()).toEqual(['box.csv', 'in.csv', 'rules']);
});

test('a table that changes while a folder of Parquet files is written gives no result', async () => {
  const dir = smallFolder({ 'in.csv': `${table}p2,bad\n` });
  let isChanged = false;
  const hear = (text: string): void => {
    if (!text.includes('in.csv') || isChanged) return;
    isChanged = true;
    writeFileSync(join(dir, 'in.csv'), `${table}p2,1.00 CNY\np3,1.00 CNY\n`);
  };
  const args = ['run', 'pay.amount', '--handbook', 'rules', '--in', 'in.csv', '--at', '2026-10-31', '--out', 'parts/'];
  const changed = await bylaw(args, { cwd: dir, hear });
  expect(changed.code).toBe(2);
  expect(changed.err).toContain('in.csv was changed while it was read');
  expect(readdirSync(dir)).not.toContain('parts');
  expect(await bylaw([...args, '--restart'], { cwd: dir })).toMatchObject({ code: 0 });
});
