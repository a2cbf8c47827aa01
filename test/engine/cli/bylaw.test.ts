import { spawnSync } from 'node:child_process';
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
