import { expect, test } from 'vitest';
import type { Handbook } from '../../../engine/program/handbook.ts';
import { ask } from '../ask.ts';
import { findingsOf } from '../small-handbook.ts';
import { event, procedureOf } from './world.ts';

const gaps = `gaps:
  - { id: silent, says: { en: The source is silent., zh: 原文未写明。 } }
`;
const step = (line: string): string => `  - { ${line}, title: { en: Step, zh: 步骤 } }\n`;
const short = (...steps: readonly string[]): Handbook => {
  const every = `every-step: { role: { unstated: silent }, evidence: { unstated: silent }, deadline: { unstated: silent } }\n`;
  const { handbook } = procedureOf(`log: t.log\n${every}steps:\n${steps.map(step).join('')}${gaps}`);
  expect(findingsOf({ handbook }).map(({ code }) => code)).toEqual([]);
  return handbook;
};
const done = (...lines: readonly string[]): { readonly 't.log': readonly ReturnType<typeof event>[] } => ({
  't.log': lines.map((line, i) => event(line.replace(/^(\S+)/, `$1 - 2026-10-0${String(i + 1)} -`))),
});

test('steps of which the source tells the order only', () => {
  const handbook = short('id: report', 'id: list', 'id: announce');
  expect(ask(handbook, 't.next', done())).toBe('[report]');
  expect(ask(handbook, 't.next', done('report'))).toBe('[list]');
  expect(ask(handbook, 't.refused', done('list'))).toBe('[{event: 1, why: not-open}]');
  expect(ask(handbook, 't.late', done())).toBe('undetermined gap t#silent');
  expect(ask(handbook, 't.complete', done('report', 'list', 'announce'))).toBe('true');
});

test('steps beside each other: both sign, in any order, before it goes on', () => {
  const handbook = short(
    'id: move',
    'id: sign-a, after: move',
    'id: sign-b, after: move',
    'id: book, after: [sign-a, sign-b]',
  );
  expect(ask(handbook, 't.next', done('move'))).toBe('[sign-a, sign-b]');
  expect(ask(handbook, 't.next', done('move', 'sign-b'))).toBe('[sign-a]');
  expect(ask(handbook, 't.next', done('move', 'sign-b', 'sign-a'))).toBe('[book]');
  expect(ask(handbook, 't.refused', done('move', 'sign-b', 'book'))).toBe('[{event: 3, why: not-open}]');
});

test('steps that are open from the beginning', () => {
  const handbook = short('id: a', 'id: b, after: []', 'id: c, after: [a, b]');
  expect(ask(handbook, 't.next', done())).toBe('[a, b]');
  expect(ask(handbook, 't.next', done('b'))).toBe('[a]');
});

test('approval by the tier of an amount', () => {
  const handbook = short(
    'id: ask',
    'id: head, role: head, after: ask, when: amount <= 1000 CNY',
    'id: director, role: director, after: ask, when: amount > 1000 CNY',
    'id: pay, after: [head, director]',
  );
  expect(ask(handbook, 't.next', { ...done('ask'), amount: '1000 CNY' })).toBe('[head]');
  expect(ask(handbook, 't.next', { ...done('ask'), amount: '1000.01 CNY' })).toBe('[director]');
  expect(ask(handbook, 't.next', done('ask'))).toBe('undetermined missing-fact amount');
  const log = { 't.log': [event('ask - 2026-10-01'), event('head head 2026-10-02')] };
  expect(ask(handbook, 't.next', { ...log, amount: '1000 CNY' })).toBe('[pay]');
  expect(ask(handbook, 't.refused', { ...log, amount: '1001 CNY' })).toBe('[{event: 2, why: not-open}]');
});

test('a rejected review opens an earlier step and all behind it again', () => {
  const handbook = short('id: draft', 'id: check', 'id: review, back-to: draft', 'id: publish');
  const sent = done('draft', 'check', 'review rejected');
  expect(ask(handbook, 't.done', sent)).toBe('[]');
  expect(ask(handbook, 't.next', sent)).toBe('[draft]');
  expect(ask(handbook, 't.refused', sent)).toBe('[]');
  const again = done('draft', 'check', 'review rejected', 'draft', 'check', 'review passed');
  expect(ask(handbook, 't.done', again)).toBe('[draft, check, review]');
  expect(ask(handbook, 't.next', again)).toBe('[publish]');
  expect(ask(handbook, 't.done', done('draft', 'check', 'review'))).toBe('undetermined missing-fact t.log[3].result');
  expect(ask(handbook, 't.done', done('draft', 'check', 'review maybe'))).toBe('error fact/out-of-range');
});

test('a rejected step may be its own, and what stands beside the way back stays done', () => {
  const handbook = short('id: a', 'id: b, after: []', 'id: c, after: a, back-to: a', 'id: d, after: [b, c]');
  expect(ask(handbook, 't.done', done('a', 'b', 'c rejected'))).toBe('[b]');
  const own = short('id: a', 'id: b, back-to: b');
  expect(ask(own, 't.next', done('a', 'b rejected'))).toBe('[b]');
  expect(ask(own, 't.done', done('a', 'b rejected'))).toBe('[a]');
});

test('a step counts its days from the last one before it that was not left out, the first from the start', () => {
  const body = `log: t.log
starts: begun
every-step: { role: { unstated: silent }, evidence: [], deadline: opened + 2 days }
steps:
${step('id: a')}${step('id: b, when: urgent')}${step('id: c, not-before: opened + 1 day')}${gaps}`;
  const { handbook } = procedureOf(body);
  expect(findingsOf({ handbook }).map(({ code }) => code)).toEqual([]);
  const given = { begun: '2026-09-30', urgent: 'false' };
  expect(ask(handbook, 't.late', { ...given, ...done(), now: '2026-10-02T23:00' })).toBe('[]');
  expect(ask(handbook, 't.late', { ...given, ...done(), now: '2026-10-03T00:00' })).toBe('[a]');
  expect(ask(handbook, 't.late', { ...given, ...done('a'), now: '2026-10-04T00:00' })).toBe('[c]');
  const sameDay = { 't.log': [event('a - 2026-10-01'), event('c - 2026-10-01')] };
  expect(ask(handbook, 't.refused', { ...given, ...sameDay })).toBe('[{event: 2, why: too-early}]');
  expect(ask(handbook, 't.done', { ...given, ...done('a', 'c') })).toBe('[a, c]');
});

test('a review sees that the tasks of a step or whom it informs were changed, and nobody can ask for them', () => {
  const toldBy = (more: string): unknown =>
    short(`id: check, ${more}`)
      .versions.get('t')?.[0]
      ?.decisions.flatMap(({ name, hidden, body: of }) =>
        name === 't.told/steps' && of.is === 'ir' && of.ir.op === 'literal' ? [[hidden, of.ir.value]] : [],
      );
  const task = 'tasks: [{ en: Count, zh: 清点 }]';
  expect(toldBy('cites: []')).toEqual([]);
  expect(toldBy(task)).toEqual([[true, expect.objectContaining({ is: 'text' })]]);
  expect(toldBy(task)).not.toEqual(toldBy(task.replace('Count', 'Weigh')));
  expect(toldBy('informs: clerk')).not.toEqual(toldBy('informs: superior'));
});
