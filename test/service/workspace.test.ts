/** Working on a handbook gives what reading it anew gives: diagnostics, decisions, facts, overview, all of it. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findingsIn } from '../../engine/service/file-findings.ts';
import { allOf } from '../../engine/service/first-findings.ts';
import { openWorkspace, removeFile, updateFile } from '../../engine/service/workspace.ts';
import { smallManifest } from '../support/small-manifest.ts';
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

test('who reads what reads a changed type is checked again', () => {
  const policy = (name: string, value: string): { path: string; text: string } => ({
    path: `${name}.yaml`,
    text: `policy: ${name}
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: ${name}, zh: ${name} }
cites: [S-1]
scope: shop
decisions:
  out: { title: { en: Out, zh: 结果 }, value: ${value} }
`,
  });
  const chain = [policy('first', '3'), policy('second', 'first.out'), policy('third', 'second.out > 2')];
  let workspace = openWorkspace([{ path: 'handbook.yaml', text: smallManifest }, ...chain]);
  const types = (): readonly string[] =>
    allOf(findingsIn(workspace, 'third.yaml')).flatMap(({ code }) => (code.startsWith('expression/') ? [code] : []));
  expect(types()).toEqual([]);
  workspace = updateFile(workspace, 'first.yaml', policy('first', '2027-01-01').text);
  expect(types()).not.toEqual([]);
  expectAsFresh(workspace);
  workspace = updateFile(workspace, 'first.yaml', policy('first', '3').text);
  expect(types()).toEqual([]);
  expectAsFresh(workspace);
});

test('a key that closes a cycle tells it, also where only some days have it', () => {
  const version = (policy: string, number: number, effective: string, value: string) => ({
    path: `${policy}.v${String(number)}.yaml`,
    text: `policy: ${policy}
kind: formula
version: ${String(number)}
effective: { ${effective} }
published: 2022-12-20
title: { en: ${policy}, zh: ${policy} }
cites: [S-1]
scope: shop
decisions:
  x: { title: { en: X, zh: 结果 }, value: ${value} }
`,
  });
  const closing = version('q', 2, 'from: 2024-06-01', 'p.x');
  let workspace = openWorkspace([
    { path: 'handbook.yaml', text: smallManifest },
    version('p', 1, 'from: 2023-01-01', 'q.x'),
    version('p', 2, 'from: 2024-01-01, to: 2024-12-31', '1'),
    version('q', 1, 'from: 2023-01-01', '1'),
    version('q', 2, 'from: 2024-06-01', '2'),
  ]);
  const hasCycle = (): boolean => workspace.handbook.diagnostics.some(({ code }) => code === 'handbook/cycle');
  expect(hasCycle()).toBe(false);
  for (const { text, closes } of [
    { text: closing.text, closes: true },
    { text: closing.text.replace('p.x', '3'), closes: false },
    { text: closing.text, closes: true },
  ]) {
    workspace = updateFile(workspace, closing.path, text);
    expect(hasCycle()).toBe(closes);
    expectAsFresh(workspace);
  }
});
