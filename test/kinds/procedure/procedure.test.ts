import { describe, expect, test } from 'vitest';
import { ask, askSource } from '../ask.ts';
import { findingsOf } from '../small-handbook.ts';
import { event, procedureOf } from './world.ts';

const body = `log: t.log
every-step: { evidence: [], deadline: { unstated: no-deadline } }
steps:
  - { id: ask, role: [clerk, keeper], title: { en: Ask, zh: 申请 }, deadline: begun + limit,
      not-before: "reading(day-after, begun + 1 day, begun)", evidence: [form] }
  - { id: approve, role: head, when: urgent, title: { en: Approve, zh: 批准 } }
  - { id: buy, role: { unstated: nobody }, title: { en: Buy, zh: 采购 }, evidence: [order, invoice],
      deadline: opened + 3 days }
  - { id: close, role: keeper, title: { en: Close, zh: 结束 }, rests-on: last-step, deadline: 2026-10-20T12:00 }
gaps:
  - { id: no-deadline, says: { en: No deadline., zh: 未写明期限。 } }
  - { id: nobody, says: { en: Nobody., zh: 未写明人员。 } }
interpretations:
  - { id: day-after, clause: S-1, about: chooses, status: proposed, question: { en: Q, zh: 问 }, answer: { en: A, zh: 答 } }
  - { id: last-step, clause: S-1, about: fills, status: proposed, question: { en: Q, zh: 问 }, answer: { en: A, zh: 答 } }
`;
const { handbook, text } = procedureOf(body);
const begun = { begun: '2026-10-01' };
const asked = 'ask clerk 2026-10-02 form';
const approved = 'approve head 2026-10-03';
const bought = 'buy anybody 2026-10-05 invoice,order';
const closed = 'close keeper 2026-10-06';

const after = (...lines: readonly string[]): { readonly 't.log': readonly ReturnType<typeof event>[] } => ({
  't.log': lines.map(event),
});

test('a procedure without mistakes has no findings', () => {
  expect(findingsOf({ handbook }).map(({ code }) => code)).toEqual([]);
  expect(text).toContain('kind: procedure');
});

test.each([
  [
    'nothing yet',
    after(),
    { done: '[]', next: '[ask]', complete: 'false', missing: 'undetermined missing-fact urgent' },
  ],
  [
    'asked, urgent or not unknown',
    after(asked),
    { done: '[ask]', next: 'undetermined missing-fact urgent', complete: 'false' },
  ],
  [
    'asked and urgent',
    { ...after(asked), urgent: 'true' },
    { next: '[approve]', missing: '[approve, buy, close] [t#last-step]', complete: 'false' },
  ],
  [
    'the step that is not wanted is left out',
    { ...after(asked), urgent: 'false' },
    { next: '[buy]', missing: '[buy, close] [t#last-step]' },
  ],
  ['approved', { ...after(asked, approved), urgent: 'true' }, { done: '[ask, approve]', next: '[buy]' }],
  [
    'all evidence in another order, by anybody',
    { ...after(asked, bought), urgent: 'false' },
    { done: '[ask, buy]', next: '[close] [t#last-step]' },
  ],
  [
    'all done',
    { ...after(asked, bought, closed), urgent: 'false' },
    {
      done: '[ask, buy, close] [t#last-step]',
      next: '[] [t#last-step]',
      missing: '[] [t#last-step]',
      complete: 'true [t#last-step]',
    },
  ],
  ['nobody knows of a log', {}, { done: 'undetermined missing-fact t.log' }],
] as const)('%s', (_, given, expected) => {
  for (const [name, value] of Object.entries(expected))
    expect([name, ask(handbook, `t.${name}`, { ...begun, ...given })]).toEqual([name, value]);
});

/** The last event of a log, and why it does not count. */
const refused = [
  ['twice', [asked, 'ask clerk 2026-10-03 form'], '{event: 2, why: already-done}'],
  ['before its turn', ['buy a 2026-10-02 order,invoice'], '{event: 1, why: not-open}'],
  ['a step that is left out', [asked, approved], '{event: 2, why: not-open}'],
  [
    'on the day itself, where the two readings part',
    ['ask clerk 2026-10-01 form'],
    '{event: 1, why: too-early}',
    't#day-after',
  ],
  ['before the day, by both readings', ['ask clerk 2026-09-30 form'], '{event: 1, why: too-early}'],
  ['by somebody else', ['ask head 2026-10-02 form'], '{event: 1, why: wrong-role}'],
  ['with nothing', ['ask clerk 2026-10-02'.concat(' ,')], '{event: 1, why: no-evidence}'],
  ['with half of it', [asked, 'buy a 2026-10-05 order'], '{event: 2, why: no-evidence}'],
  [
    'dated before the event that counted last',
    [asked, 'buy a 2026-10-01 order,invoice'],
    '{event: 2, why: out-of-order}',
  ],
  ['dated after the present day', [asked, 'buy a 2026-10-11 order,invoice'], '{event: 2, why: in-future}'],
] as const;

test.each(refused)('an event %s is refused and changes nothing', (_, lines, why, flag?: string) => {
  const given = { ...begun, ...after(...lines), urgent: 'false', now: '2026-10-10T09:00' };
  const flags = flag === undefined ? '' : ` [${flag}]`;
  expect(ask(handbook, 't.refused', given)).toBe(`[${why}]${flags}`);
  const before = { ...given, ...after(...lines.slice(0, -1)) };
  expect(ask(handbook, 't.done', given)).toBe(ask(handbook, 't.done', before) + flags);
  expect(ask(handbook, 't.next', given)).toBe(ask(handbook, 't.next', before) + flags);
});

test('nobody who does not say what day it is is told of the future', () => {
  const given = { ...begun, ...after(asked, 'buy a 2026-10-11 order,invoice'), urgent: 'false' };
  expect(ask(handbook, 't.done', given)).toBe('[ask, buy]');
  expect(ask(handbook, 't.done', { ...given, now: '2026-10-11T00:00' })).toBe('[ask, buy]');
});

test.each([
  ['a day is missing', 'ask clerk - form', 'undetermined missing-fact t.log[1].date'],
  ['a role is missing', 'ask - 2026-10-02 form', 'undetermined missing-fact t.log[1].as'],
  ['evidence is not recorded', 'ask clerk 2026-10-02', 'undetermined missing-fact t.log[1].evidence'],
  ['the step is missing', '- clerk 2026-10-02 form', 'undetermined missing-fact t.log[1].step'],
  ['a step that does not exist', 'aks clerk 2026-10-02 form', 'error fact/out-of-range'],
])('%s: nothing is guessed', (_, line, expected) => {
  expect(ask(handbook, 't.done', { ...begun, ...after(line) })).toBe(expected);
});

test('a start that nobody knows leaves it open whether an event was too early', () => {
  expect(ask(handbook, 't.done', after(asked))).toBe('undetermined missing-fact begun');
});

describe('lateness', () => {
  test.each([
    ['an unset limit is named', [], '2026-10-10T09:00', 'undetermined unset-parameter'],
    ['on the third day after it was open', [asked], '2026-10-05T23:59', '[]'],
    ['on the day after', [asked], '2026-10-06T00:00', '[buy]'],
    ['at the last moment', [asked, bought], '2026-10-20T12:00', '[]'],
    ['a second later', [asked, bought], '2026-10-20T12:00:01', '[close] [t#last-step]'],
    ['everything done', [asked, bought, closed], '2027-10-20T12:00', '[] [t#last-step]'],
  ])('%s', (_, lines, now, expected) => {
    expect(ask(handbook, 't.late', { ...begun, ...after(...lines), urgent: 'false', now })).toBe(expected);
  });

  test('a deadline that the source leaves out is named while the step is open', () => {
    const given = { ...begun, ...after(asked), urgent: 'true', now: '2026-10-10T09:00' };
    expect(ask(handbook, 't.late', given)).toBe('undetermined gap t#no-deadline');
    expect(ask(handbook, 't.late', { ...given, ...after(asked, approved) })).toBe('[buy]');
  });

  test('without the present moment nobody is late', () => {
    expect(ask(handbook, 't.late', { ...begun, ...after(asked), urgent: 'false' })).toBe(
      'undetermined missing-fact now',
    );
  });
});

test('in source-only mode a reading that parts leaves all open, one that does not leaves the answer', () => {
  expect(askSource(handbook, 't.done', { ...begun, ...after(asked) })).toBe('[ask]');
  expect(askSource(handbook, 't.done', { ...begun, ...after('ask clerk 2026-10-01 form') })).toBe(
    'undetermined interpretation t#day-after',
  );
});
