/** Working on a handbook gives what reading it anew gives: diagnostics, decisions, facts, overview, all of it. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWorkspace, removeFile, updateFile } from '../../engine/service/workspace.ts';
import { expectAsFresh, nextWorkspace, randomOf } from './random-edits.ts';

const parts =
  '{handbook,parameters,vocabulary/{pay,common,people,deals},organization/commercial,pay/{commission,pay,sales,deal,target}*}';
const files = globSync(`${parts}{,.yaml}`, { cwd: 'policies' })
  .filter((path) => path.endsWith('.yaml') && !path.includes('.cases.'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join('policies', path), 'utf8') }));
const first = new Map(files.map(({ path, text }) => [path, text]));

test.each([1, 2, 3])('random changes, one after the other (%i)', (seed) => {
  const random = randomOf(seed);
  let workspace = openWorkspace(files);
  for (let i = 0; i < 12; i += 1) {
    workspace = nextWorkspace(workspace, first, random);
    expectAsFresh(workspace);
  }
});

test('a text that stays the same leaves the workspace as it is', () => {
  const workspace = openWorkspace(files.slice(0, 3));
  const [{ path, text } = { path: '', text: '' }] = files;
  expect(updateFile(workspace, path, text)).toBe(workspace);
  expect(removeFile(workspace, 'no-such-file.yaml')).toBe(workspace);
});
