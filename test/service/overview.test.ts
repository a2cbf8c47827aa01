import { expect, test } from 'vitest';
import { overview, updateFile } from '../../engine/service/index.ts';
import { changed, head, textOf, workspace } from './handbook.ts';

const at = '2026-11-21';

test('policies stand by their titles, other files by their paths', () => {
  const { title, policies, otherFiles, diagnostics } = overview(workspace, at);
  expect(title?.zh).toBe('电商管理手册');
  expect(policies.find(({ path }) => path === head)).toMatchObject({ policy: 'commission.head', state: 'in-force' });
  expect(otherFiles.map(({ path }) => path)).toContain('handbook.yaml');
  expect(diagnostics).toEqual([]);
});

test('the worst finding marks the file', () => {
  const handbook = changed(head, 'in: "[31% .. 50%]"', 'in: "[31% .. 49%]"');
  const { policies, diagnostics } = overview(handbook, at);
  expect(diagnostics.map(({ code }) => code)).toEqual(['tiers/gap']);
  expect(policies.filter(({ worst }) => worst !== undefined)).toMatchObject([{ path: head, worst: 'error' }]);
});

test('a text that is being typed keeps its place among the policies', () => {
  const handbook = changed(head, 'mode: slab', 'mode: sla');
  const entry = overview(handbook, at).policies.find(({ path }) => path === head);
  expect(entry).toEqual({ path: head, policy: 'commission.head', worst: 'error' });
});

test.each([
  ['2022-12-31', 'future', 'future'],
  ['2026-11-21', 'in-force', 'future'],
  ['2027-01-01', 'superseded', 'in-force'],
])('on %s version 1 is %s, version 2 %s', (day, first, second) => {
  const amended = textOf(head).replace('version: 1', 'version: 2').replace('from: 2023-01-01', 'from: 2027-01-01');
  const { policies } = overview(updateFile(workspace, 'pay/zz.yaml', amended), day);
  expect(policies.filter(({ policy }) => policy === 'commission.head').map(({ state }) => state)).toEqual([
    first,
    second,
  ]);
});

test('a version that has ended is past', () => {
  const handbook = changed(head, '{ from: 2023-01-01 }', '{ from: 2023-01-01, to: 2024-12-31 }');
  expect(overview(handbook, at).policies.find(({ path }) => path === head)?.state).toBe('past');
});

test('only the changed file is read again', () => {
  const handbook = changed(head, '# the rate', '# a rate');
  const same = [...workspace.readings].filter(([path, reading]) => handbook.readings.get(path) === reading);
  expect(same.length).toBe(workspace.readings.size - 1);
  expect(updateFile(workspace, head, textOf(head))).toBe(workspace);
});
