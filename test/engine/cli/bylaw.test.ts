import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { expect, test } from 'vitest';

test('a Node that cannot run the sources is told so, in two languages', () => {
  const run = spawnSync(process.execPath, ['--no-experimental-strip-types', 'engine/cli/bylaw.js'], {
    encoding: 'utf8',
  });
  expect(run.status).toBe(2);
  expect(run.stderr).toContain('npx bylaw');
  expect(run.stderr).toContain('本仓库自带 Node');
});
