import { expect, test } from 'vitest';
import { hasLater, mayBeInForce } from '../../../editor/web/layout/in-force.ts';
import type { FileHead } from '../../../engine/service/index.ts';

const today = '2026-11-22';
const path = 'pay/x.yaml';
const text = 'policy: x\nversion: 1\neffective: { from: 2023-01-01 }\nrate: 5%\n';
const changed = (before: string | null): Parameters<typeof mayBeInForce>[0] => ({
  document: { state: 'changed' },
  before,
});
const head = (rest: Partial<FileHead>): FileHead => ({ path, policy: 'x', version: 1, cites: [], ...rest });

test.each([
  ['a version that holds', text, { from: '2023-01-01' }, true],
  ['its first day put off', text, { from: '2027-01-01' }, true],
  ['a version still to come', text.replace('2023', '2027'), { from: '2027-01-01' }, false],
  ['the next version in its place', text, { from: '2027-01-01', version: 2 }, false],
  ['version 1 where it was version 10', text.replace(': 1', ': 10'), { from: '2023-01-01' }, false],
  ['examples', text, { kind: 'cases', from: '2023-01-01' }, false],
] as const)('%s', (_, before, rest, expected) => {
  expect(mayBeInForce(changed(before), head(rest), today)).toBe(expected);
});

test('what is new or not changed is no version that held, and a conflict says enough', () => {
  expect(mayBeInForce(undefined, head({ from: '2023-01-01' }), today)).toBe(false);
  expect(mayBeInForce(changed(null), head({ from: '2023-01-01' }), today)).toBe(false);
  const conflict = { document: { state: 'conflict' }, before: text } as const;
  expect(mayBeInForce(conflict, head({ from: '2023-01-01' }), today)).toBe(false);
});

test('a later version is one of the same policy', () => {
  const [one, two] = [head({}), head({ path: 'pay/y.yaml', version: 2 })];
  expect(hasLater(one, [one, two])).toBe(true);
  expect(hasLater(two, [one, two])).toBe(false);
  expect(hasLater(one, [one, { ...two, policy: 'y' }, { ...two, kind: 'cases' }])).toBe(false);
});
