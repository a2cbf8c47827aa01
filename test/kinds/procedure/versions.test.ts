import { expect, test } from 'vitest';
import type { Handbook } from '../../../engine/program/handbook.ts';
import { ask } from '../ask.ts';
import { event, procedureOf, type Files } from './world.ts';

const version = (number: number, from: string, steps: string, more = ''): string => `policy: p
kind: procedure
version: ${String(number)}
effective: { from: ${from} }
published: 2022-12-20
title: { en: P, zh: 流程 }
because: { en: Why, zh: 原因 }
scope: shop
${more}log: p.log
every-step: { role: { unstated: silent }, evidence: { unstated: silent }, deadline: { unstated: silent } }
steps:
${steps}gaps: [{ id: silent, says: { en: Silent., zh: 未写明。 } }]
`;
const step = (id: string): string => `  - { id: ${id}, title: { en: ${id}, zh: 步骤 } }\n`;
const first = version(1, '2023-01-01', step('ask') + step('buy'));

const handbookWith = (more: string, files: Files = {}): Handbook => {
  const second = version(2, '2026-10-01', step('ask') + step('approve') + step('buy'), more);
  const { handbook } = procedureOf(
    `log: t.log
every-step: { role: { unstated: silent }, evidence: [], deadline: { unstated: silent } }
steps:
${step('only')}gaps: [{ id: silent, says: { en: Silent., zh: 未写明。 } }]
`,
    undefined,
    { 'history/p.v1.yaml': first, 'p.yaml': second, ...files },
  );
  expect(handbook.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual(
    [],
  );
  return handbook;
};
const log = (...lines: readonly string[]): { readonly 'p.log': readonly ReturnType<typeof event>[] } => ({
  'p.log': lines.map(event),
});

test.each([
  ['what has not begun has the version in force', [], '2026-10-31', '[ask]', '[ask, approve, buy]'],
  ['what began under it as well', ['ask - 2026-10-01'], '2026-10-31', '[approve]', '[approve, buy]'],
  ['what began the day before keeps the old one', ['ask - 2026-09-30'], '2026-10-31', '[buy]', '[buy]'],
  ['also when it goes on under the new one', ['ask - 2026-09-30', 'buy - 2026-10-05'], '2026-10-31', '[]', '[]'],
  ['before all versions there is the first', ['ask - 2020-01-01'], '2026-10-31', '[buy]', '[buy]'],
  ['asked for an earlier day the old one is in force', ['ask - 2026-09-01'], '2026-09-30', '[buy]', '[buy]'],
  ['a first event that does not count is a beginning', ['buy - 2026-09-30'], '2026-10-31', '[ask]', '[ask, buy]'],
])('%s', (_, lines, at, next, missing) => {
  const handbook = handbookWith('');
  expect(ask(handbook, 'p.next', log(...lines), at)).toBe(next);
  expect(ask(handbook, 'p.missing', log(...lines), at)).toBe(missing);
});

test('a first event without a day leaves the version open, a later one does not', () => {
  const handbook = handbookWith('');
  expect(ask(handbook, 'p.next', log('ask - -'))).toBe('undetermined missing-fact p.log[1].date');
  expect(ask(handbook, 'p.next', log('ask - 2026-09-30', 'ask - -'))).toBe('[buy]');
});

test('a procedure that says so goes over to the new version', () => {
  expect(ask(handbookWith('switch: true\n'), 'p.next', log('ask - 2026-09-30'))).toBe('[approve]');
});

test('conditions of each version hold for what began under it', () => {
  const handbook = handbookWith('applies-when: urgent\n');
  expect(ask(handbook, 'p.next', { ...log('ask - 2026-10-01'), urgent: 'false' })).toBe('not-applicable');
  expect(ask(handbook, 'p.next', { ...log('ask - 2026-10-01'), urgent: 'true' })).toBe('[approve]');
  expect(ask(handbook, 'p.next', { ...log('ask - 2026-09-30'), urgent: 'false' })).toBe('[buy]');
});

test('what is running goes on after the policy has ended; nothing new begins', () => {
  const ended = first.replace('2023-01-01 }', '2023-01-01, to: 2026-09-30 }');
  const { handbook } = procedureOf('', undefined, { 't.yaml': ended });
  expect(ask(handbook, 'p.next', log('ask - 2026-09-30'), '2026-10-31')).toBe('[buy]');
  expect(ask(handbook, 'p.next', log(), '2026-10-31')).toBe('undetermined no-version');
  expect(ask(handbook, 'p.next', log('ask - 2026-10-01'), '2026-10-31')).toBe('undetermined no-version');
});
