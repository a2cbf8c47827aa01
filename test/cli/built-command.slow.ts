/** The command as it is published: its chunks, the worker beside them, and what it finds in the package. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installed } from '../../bench/installed.ts';
import { smallFolder } from './small-run.ts';
import { bylaw } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'bylaw-built-'));
let built: string;

beforeAll(() => {
  built = installed(folder);
  symlinkSync(resolve('templates'), join(folder, 'templates'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function command(cwd: string, ...args: readonly string[]): { code: number | null; out: string; err: string } {
  const env = { ...process.env, XDG_CACHE_HOME: folder, LOCALAPPDATA: folder };
  const ran = spawnSync(process.execPath, [built, ...args], { cwd, encoding: 'utf8', env, timeout: 60_000 });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

test('a new handbook is checked, built and asked', () => {
  const cwd = join(folder, 'work');
  expect(command(folder, 'init', cwd)).toMatchObject({ code: 0 });
  expect(command(cwd, 'check')).toMatchObject({ code: 0 });
  expect(command(cwd, 'build', '--out', 'h.bundle')).toMatchObject({ code: 0 });
  expect(command(cwd, 'verify', 'h.bundle')).toMatchObject({ code: 0 });
  expect(command(cwd, '--version').out.trim()).toBe(
    (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version,
  );
});

test('threads of the built command write what the sources write', async () => {
  const rows = Array.from(
    { length: 60_000 },
    (_none, i) => `p${String(i)},${i % 97 === 0 ? 'bad' : `${String(i)}.50 CNY`}`,
  );
  const dir = smallFolder({ 'in.csv': `who,sales.net\n${rows.join('\n')}\n` });
  const args = ['run', 'pay.amount', '--handbook', 'rules', '--in', 'in.csv', '--at', '2026-10-31'];
  const sources = await bylaw([...args, '--out', 'sources.csv', '--workers', '0'], { cwd: dir });
  const ran = command(dir, ...args, '--out', 'built.csv', '--workers', '2');
  expect(ran).toEqual({ code: 1, out: sources.out, err: sources.err });
  expect(readFileSync(join(dir, 'built.csv'), 'utf8') === readFileSync(join(dir, 'sources.csv'), 'utf8')).toBe(true);
});

test('a thread that cannot start is told in words', () => {
  const worker = join(folder, 'dist/engine/cli/worker.js');
  const code = readFileSync(worker);
  writeFileSync(worker, "throw new Error('no memory');");
  const dir = smallFolder({ 'in.csv': `who,sales.net\n${'p,1 CNY\n'.repeat(1_000)}` });
  const args = ['run', 'pay.amount', '--handbook', 'rules', '--in', 'in.csv', '--at', '2026-10-31', '--workers', '1'];
  const { code: exit, err } = command(dir, ...args, '--out', 'out.csv');
  writeFileSync(worker, code);
  expect(exit).toBe(2);
  expect(err).toContain('a thread that answers rows did (no memory)');
});

test('whoever is refused need not end the pipe that gives facts', () => {
  const pipe = join(folder, 'pipe');
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  for (const facts of [pipe, '-'])
    expect(command(folder, 'eval', 'pay.amount', '--bundle', 'missing', '--facts', facts)).toMatchObject({ code: 3 });
});
