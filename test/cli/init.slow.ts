import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { packed } from '../package/installed.ts';
import { folder } from './terminal.ts';

/** Runs a program to its end; what it says comes back, and a failure throws with it. */
const run = (cwd: string, program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: environment });

const environment = { ...process.env, LANG: 'C', PATH: `${resolve('node_modules/.bin')}:${process.env['PATH'] ?? ''}` };

/** The package as others get it, unpacked among its own dependencies, without asking any registry. */
async function installed(home: string): Promise<void> {
  run(home, 'tar', '-xzf', await packed(home));
  const modules = join(home, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync('node_modules').filter((entry) => !entry.startsWith('.')))
    symlinkSync(resolve('node_modules', name), join(modules, name));
  run(home, 'mv', 'package', join(modules, 'bylaw'));
  mkdirSync(join(modules, '.bin'));
  symlinkSync('../bylaw/engine/cli/bylaw.js', join(modules, '.bin', 'bylaw'));
}

test('the packed program starts a handbook whose recipe passes, and brings the manual', async () => {
  const home = folder();
  await installed(home);
  const bylaw = join(home, 'node_modules/bylaw/engine/cli/bylaw.js');
  run(home, process.execPath, bylaw, 'init', 'handbook', '--lang', 'zh');
  const handbook = join(home, 'handbook');
  expect(readdirSync(handbook)).toEqual(expect.arrayContaining(['.gitignore', '.github', '.vscode', 'check.sh']));
  const passed = run(handbook, 'sh', 'check.sh');
  expect(passed).toMatch(/0 errors, 0 warnings/);
  expect(passed).toMatch(/ hold, 0 fail/);
  expect(readdirSync(join(home, 'node_modules/bylaw/docs/manual/zh'))).toContain('README.md');
});
