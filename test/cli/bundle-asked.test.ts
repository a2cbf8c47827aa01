/** What a bundle answers on the command line, and to whom it is believed. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bylaw, folder, home, json, sales } from './terminal.ts';

const explains = ['explain', 'commission.head.amount', '--facts', '-', '--at', '2026-10-31'];
const stdin = sales('110%');
const files: Record<string, string> = {};

/** A folder with the bundle and the public keys, and no handbook. */
function host(): string {
  const dir = folder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return dir;
}

beforeAll(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'bylaw-asked-'));
  try {
    cpSync(join(home, 'policies'), join(dir, 'policies'), { recursive: true });
    for (const name of ['old', 'new', 'other']) await bylaw(['keys', 'new', name], { cwd: dir });
    await bylaw(['build', '--out', 'h.bundle', '--sign', 'new.key.json'], { cwd: dir });
    for (const name of ['old.pub.json', 'new.pub.json', 'other.pub.json', 'h.bundle'])
      files[name] = readFileSync(join(dir, name), 'utf8');
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test('explain tells the same from a bundle, apart from the titles of clauses', async () => {
  const cwd = host();
  const asked = ['--bundle', 'h.bundle', '--key', 'new.pub.json'];
  const fromFiles = json<Record<string, unknown>>(await bylaw([...explains, '--json'], { stdin }));
  const fromBundle = await bylaw([...explains, '--json', ...asked], { cwd, stdin });
  expect(fromBundle).toMatchObject({ code: 0, err: '' });
  expect(json(fromBundle)).toEqual({ ...fromFiles, clauses: {} });
  const told = await bylaw([...explains, ...asked], { cwd, stdin });
  expect(told.out).toContain('4% × 80000.00 CNY = 3200.00 CNY');
  expect(told.out).toContain('O-1.3.3.3');
});

test('of several keys any one will do', async () => {
  const cwd = host();
  const keys = ['--key', 'old.pub.json', '--key', 'new.pub.json'];
  expect(await bylaw(['verify', 'h.bundle', ...keys], { cwd })).toMatchObject({ code: 0 });
  expect(await bylaw([...explains, '--bundle', 'h.bundle', ...keys], { cwd, stdin })).toMatchObject({ code: 0 });
  const wrong = await bylaw(['verify', 'h.bundle', '--key', 'old.pub.json', '--key', 'other.pub.json'], { cwd });
  expect(wrong.code).toBe(1);
  expect(wrong.out).toContain('bundle/unknown-key');
});

test('one key that cannot be read is told, and the others do not stand in for it', async () => {
  const cwd = host();
  const ran = await bylaw(['verify', 'h.bundle', '--key', 'new.pub.json', '--key', 'gone.pub.json'], { cwd });
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain('gone.pub.json');
});

test('a bundle that is not taken explains nothing', async () => {
  const cwd = host();
  const ran = await bylaw([...explains, '--bundle', 'h.bundle', '--key', 'other.pub.json'], { cwd, stdin });
  expect(ran).toMatchObject({ code: 3, out: '' });
  expect(ran.err).toContain('bundle/unknown-key');
});
