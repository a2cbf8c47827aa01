import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { expect, test, vi } from 'vitest';
import { smallFolder } from './small-run.ts';

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends a run that waits for input, and nothing of it stays',
  async (signal) => {
    const cwd = smallFolder({ 'out.csv': 'before' });
    const args = ['run', 'pay.amount', '--in', '-', '--out', 'out.csv', '--at', '2026-10-31', '--handbook', 'rules'];
    const child = spawn(process.execPath, [resolve('engine/cli/bylaw.js'), ...args], {
      cwd,
      env: { ...process.env, LANG: 'C' },
    });
    let said = '';
    child.stderr.on('data', (piece) => (said += String(piece)));
    const ended = new Promise((done) => child.on('close', done));
    child.stdin.write('sales.net\n5 CNY\n');
    child.stdin.on('error', () => undefined);
    await vi.waitFor(() => expect(existsSync(join(cwd, 'out.csv.part'))).toBe(true), { timeout: 20_000, interval: 20 });
    child.kill(signal);
    expect(await ended).toBe(130);
    expect(said).toBe('Stopped. No result was written.\n');
    expect(readdirSync(cwd).sort()).toEqual(['out.csv', 'rules']);
    expect(readFileSync(join(cwd, 'out.csv'), 'utf8')).toBe('before');
  },
  30_000,
);
