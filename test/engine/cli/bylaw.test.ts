import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';

const tooOld = (env: Readonly<Record<string, string>>): ReturnType<typeof spawnSync> =>
  spawnSync(process.execPath, ['--no-experimental-strip-types', 'engine/cli/bylaw.js', '--version'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });

test('a Node that cannot run the sources is told so, in two languages', () => {
  // The clone's own Node is the one that cannot, so there is no other to hand over to.
  const run = tooOld({ BYLAW_OWN_NODE: '1' });
  expect(run.status).toBe(2);
  expect(run.stderr).toContain('npx bylaw');
  expect(run.stderr).toContain('本仓库自带 Node');
});

test('such a Node hands over to the one that the clone brings', () => {
  const run = tooOld({});
  expect(run.stderr).toBe('');
  expect(run.stdout).toMatch(/^\d+\.\d+\.\d+/);
});

/** A package as it is installed, whose built command says where compiled modules are kept. Gives the path of the entry. */
function installed(folder: string): string {
  for (const part of ['engine/cli', 'dist/engine/cli']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const says = `import { getCompileCacheDir } from 'node:module';
    export const runProcess = () => console.log(getCompileCacheDir() ?? 'nothing');`;
  writeFileSync(join(folder, 'dist/engine/cli/process-io.js'), says);
  copyFileSync('engine/cli/bylaw.js', join(folder, 'engine/cli/bylaw.js'));
  return join(folder, 'engine/cli/bylaw.js');
}

test('an installed package keeps what was compiled in the folder for caches, and runs where it cannot', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bylaw-installed-'));
  const entry = installed(folder);
  const { NODE_COMPILE_CACHE: _own, ...env } = process.env;
  const kept = (more: Readonly<Record<string, string>>): string =>
    spawnSync(process.execPath, [entry], { encoding: 'utf8', env: { ...env, ...more } }).stdout.trim();
  const cache = join(folder, 'cache');
  expect(kept({ XDG_CACHE_HOME: cache, LOCALAPPDATA: cache })).toContain(join(cache, 'bylaw', 'compiled'));
  expect(kept({ NODE_COMPILE_CACHE: join(folder, 'own') })).toContain(join(folder, 'own'));
  expect(kept({ XDG_CACHE_HOME: cache, NODE_DISABLE_COMPILE_CACHE: '1' })).toBe('nothing');
  // A file stands where the folder would be.
  expect(kept({ XDG_CACHE_HOME: entry, LOCALAPPDATA: entry })).toBe('nothing');
  rmSync(folder, { recursive: true });
});
