import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const entry = 'engine/cli/bylaw.js';

/** The command as people run it; `closed`: whoever reads its output goes away after the first piece. */
function command(argv: readonly string[], stdin = '', closed = false, script = [entry]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...script, ...argv], { env: { ...process.env, LANG: 'C' } });
    const written = { out: '', err: '' };
    child.stdout.on('data', (piece) => {
      written.out += String(piece);
      if (closed) child.stdout.destroy();
    });
    child.stderr.on('data', (piece) => (written.err += String(piece)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...written }));
    child.stdin.end(stdin);
  });
}

test('exit codes, standard input and nothing but the result on standard output', async () => {
  const facts = '{"sales.ordered": "88000 CNY", "sales.returned": "8000 CNY", "sales.completion": "110%"}';
  const ask = ['eval', 'commission.head.amount', '--facts', '-', '--json'];
  const runs = await Promise.all([
    command([...ask, '--at', '2026-10-31'], facts),
    command(['eval', 'no.such', '--json', '--at', '2026-10-31']),
    command(['no-such-verb']),
    command(['check', '--handbook', 'no/such/folder']),
  ]);
  expect(runs.map(({ code }) => code)).toEqual([0, 1, 2, 3]);
  expect(JSON.parse(runs[0].out)).toMatchObject([
    { value: '3200.00 CNY', flags: ['commission.head#between-100-and-120'] },
  ]);
  expect(runs.map(({ out }) => out === '')).toEqual([false, false, true, true]);
  expect(runs.map(({ err }) => err === '')).toEqual([true, true, false, false]);
});

test('a Node that cannot run the sources hands over to the one that the clone brings', async () => {
  const old = ['--no-experimental-strip-types', 'engine/cli/bylaw.js'];
  const runs = await Promise.all([command(['--version'], '', false, old), command(['no-such-verb'], '', false, old)]);
  expect(runs.map(({ code }) => code)).toEqual([0, 2]);
  expect(runs[0].out).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(runs[1].err).toContain('There is no verb “no-such-verb”');
});

test('whoever stops reading ends the command without noise', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'bylaw-process-'));
  const table = join(dir, 'in.csv');
  writeFileSync(table, `sales.completion\n${'95%\n'.repeat(20_000)}`);
  const { code, err } = await command(['run', 'commission.head.rate', '--in', table, '--at', '2026-10-31'], '', true);
  rmSync(dir, { recursive: true });
  expect({ code, err }).toEqual({ code: 0, err: '' });
});
