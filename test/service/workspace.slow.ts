/**
 * As in workspace.test.ts, on the whole handbook and for more changes. What is kept wrongly stays wrong, so that not every step
 * is compared.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { openWorkspace } from '../../engine/service/workspace.ts';
import { expectAsFresh, nextWorkspace, randomOf } from './random-edits.ts';

const files = globSync('**/*.yaml', { cwd: 'policies' })
  .sort()
  .map((path) => ({ path, text: readFileSync(join('policies', path), 'utf8') }));
const first = new Map(files.map(({ path, text }) => [path, text]));
const changes = Number(process.env['BYLAW_CHANGES'] ?? 48);
const comparedEvery = 6;

test.each([11, 12, 13])('random changes of the whole handbook (%i)', { timeout: 1_200_000 }, (seed) => {
  const random = randomOf(seed);
  let workspace = openWorkspace(files);
  for (let i = 0; i < changes; i += 1) {
    workspace = nextWorkspace(workspace, first, random);
    if (i % comparedEvery === comparedEvery - 1) expectAsFresh(workspace);
  }
});
