import { describe, expect, test } from 'vitest';
import { askOn } from '../ask-on.ts';
import { findingsOf, pointOf, smallHandbook } from '../small-handbook.ts';

const takes = 'takes: { day: date }\n';
const calendar = `calendar:
  covers: { from: 2026-09-01, to: 2026-12-31 }
  weekend: [saturday, sunday]
  holidays:
    - { title: { en: National day, zh: 国庆 }, from: 2026-10-01, to: 2026-10-08 }
    - { title: { en: Founding day, zh: 店庆 }, from: 2026-11-11 }
  workdays: [2026-10-10]
`;

describe('days', () => {
  const small = smallHandbook(
    'schedule',
    `${takes}days:
  weekly: { every: monday }
  first: { every: first monday of month }
  last: { every: last friday of month, rests-on: which }
  either: { when: weekly or last }
  other: { when: either on day + 1 day }
  tea-day: { when: tea = green and weekly }
interpretations:
  - { id: which, clause: S-1, about: chooses, status: proposed, question: { en: Q, zh: 问 }, answer: { en: A, zh: 答 } }
`,
  );

  test('nothing is to be found', () => {
    expect(findingsOf(small)).toEqual([]);
  });

  test.each([
    // 2026-12-07 is the first Monday of its month, 2026-12-25 the last Friday; February 2027 begins with a Monday.
    ['weekly', '2026-12-07', 'true'],
    ['weekly', '2026-12-08', 'false'],
    ['first', '2026-12-07', 'true'],
    ['first', '2026-12-14', 'false'],
    ['first', '2027-02-01', 'true'],
    ['last', '2026-12-25', 'true [t#which]'],
    ['last', '2026-12-18', 'false [t#which]'],
    ['either', '2026-12-07', 'true'],
    ['either', '2026-12-25', 'true [t#which]'],
    ['other', '2026-12-06', 'true'],
    ['other', '2026-12-07', 'false [t#which]'],
    ['tea-day', '2026-12-07', 'undetermined missing-fact tea'],
  ])('%s on %s', (day, on, said) => {
    expect(askOn(small.handbook, `t.${day}`, {}, on)).toBe(said);
  });
});

describe('working days', () => {
  const small = smallHandbook(
    'schedule',
    `${takes}days:
  work: { every: working-day }
  never-yet: { when: day > 2100-01-01 }
next:
  next-work: { day: work, within: 10 days }
  work-after-due: { day: working-day, from: due, within: 3 days }
  one-day: { day: never-yet, within: 5 days }
count:
  work-in-month: { day: work, from: month-start(due), to: month-end(due) }
list:
  work-of-the-week: { day: work, from: day, to: day + 6 days }
${calendar}`,
  );

  test('nothing is to be found', () => {
    expect(findingsOf(small)).toEqual([]);
  });

  test.each([
    ['working-day', '2026-09-30', 'true'],
    ['working-day', '2026-10-01', 'false'],
    ['working-day', '2026-10-08', 'false'],
    ['working-day', '2026-10-09', 'true'],
    // A Saturday that is worked, and the Sunday behind it.
    ['working-day', '2026-10-10', 'true'],
    ['working-day', '2026-10-11', 'false'],
    ['working-day', '2026-11-11', 'false'],
    ['working-day', '2026-09-01', 'true'],
    ['working-day', '2026-08-31', 'undetermined gap t#working-day < 2026-09-01'],
    ['working-day', '2026-12-31', 'true'],
    ['working-day', '2027-01-01', 'undetermined gap t#working-day > 2026-12-31'],
    ['holiday', '2026-10-08', 'true'],
    ['holiday', '2026-10-11', 'false'],
    ['work', '2026-10-10', 'true'],
    ['next-work', '2026-09-30', '2026-09-30'],
    ['next-work', '2026-10-01', '2026-10-09'],
    ['next-work', '2026-10-11', '2026-10-12'],
    // Found on the last day that the calendar knows: what comes behind it does not matter.
    ['next-work', '2026-12-31', '2026-12-31'],
    ['next-work', '2027-01-01', 'undetermined gap t#working-day > 2026-12-31'],
    ['one-day', '2026-10-11', 'undetermined gap t#one-day > 5 days'],
    // Two days behind the holidays, of which the second is a Saturday that is worked; then none; then the horizon.
    ['work-of-the-week', '2026-10-05', '[2026-10-09, 2026-10-10]'],
    ['work-of-the-week', '2026-10-02', '[]'],
    ['work-of-the-week', '2026-12-26', 'undetermined gap t#working-day > 2026-12-31'],
  ])('%s on %s', (output, on, said) => {
    expect(askOn(small.handbook, `t.${output}`, {}, on)).toBe(said);
  });

  test.each([
    ['work-after-due', '2026-10-10', '2026-10-10'],
    ['work-after-due', '2026-10-06', '2026-10-09'],
    ['work-after-due', '2026-10-05', 'undetermined gap t#work-after-due > 3 days'],
    // September has 22 weekdays; October 22, of which 6 are holidays, and one Saturday is worked.
    ['work-in-month', '2026-09-15', '22'],
    ['work-in-month', '2026-10-15', '17'],
    ['work-in-month', '2027-01-15', 'undetermined gap t#working-day > 2026-12-31'],
    ['work-in-month', null, 'undetermined missing-fact due'],
  ])('%s with due %s', (output, due, said) => {
    expect(askOn(small.handbook, `t.${output}`, { due })).toBe(said);
  });
});

describe('slots', () => {
  const small = smallHandbook(
    'schedule',
    `by: tea
time: marked
only-if: { is: not urgent, otherwise: undetermined(urgent) }
slots:
  - { slot: green, before: "12:00" }
  - { slot: "{black, white}", from: "08:00", before: "17:30" }
gaps: [{ id: urgent, says: { en: Open, zh: 未写明 } }]
`,
  );

  test('nothing is to be found', () => {
    expect(findingsOf(small)).toEqual([]);
  });

  test.each([
    [{ tea: 'green', marked: '11:59:59', urgent: false }, 'true'],
    [{ tea: 'green', marked: '12:00', urgent: false }, 'false'],
    [{ tea: 'black', marked: '07:59:59', urgent: false }, 'false'],
    [{ tea: 'black', marked: '08:00', urgent: false }, 'true'],
    [{ tea: 'white', marked: '17:30', urgent: false }, 'false'],
    [{ tea: 'white', marked: '17:00', urgent: true }, 'undetermined gap t#urgent'],
    [{ tea: 'white', urgent: false }, 'undetermined missing-fact marked'],
  ])('%o', (given, said) => {
    expect(askOn(small.handbook, 't.in-time', given)).toBe(said);
  });

  test.each([
    ['12:00', '10:30', ['schedule/never-in-time']],
    ['12:00', '12:00', ['schedule/never-in-time']],
    ['11:59', '12:00', []],
  ])('from %s and before %s', (from, before, codes) => {
    const slot = `  - { slot: any, from: "${from}", before: "${before}" }\n`;
    const found = findingsOf(smallHandbook('schedule', `by: tea\ntime: marked\nslots:\n${slot}`));
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  const slots = (lines: string): string => `by: tea\ntime: marked\nslots:\n${lines}`;
  const green = '  - { slot: green, before: "12:00" }\n';
  test.each([
    [
      'a hole',
      slots(`${green}  - { slot: white, before: "13:00" }\n`),
      'schedule/hole',
      'black',
      'undetermined gap t#in-time',
    ],
    [
      'an overlap',
      slots(`${green}  - { slot: any, before: "13:00" }\n`),
      'schedule/overlap',
      'green',
      'error table/overlap',
    ],
  ])('%s is shown by its witness', (_what, body, code, tea, said) => {
    const { handbook } = smallHandbook('schedule', body);
    const [found] = findingsOf({ handbook });
    expect([found?.code, found?.witness]).toEqual([code, { tea }]);
    expect(askOn(handbook, 't.in-time', { ...found?.witness, marked: '11:00' })).toBe(said);
  });
});

test.each([
  [
    'a day that cannot be',
    'days: { d: { when: weekday(day) = monday and weekday(day) = friday } }',
    'schedule/never-true weekday(day) = monday and weekday(day) = friday',
  ],
  [
    'a day that only facts decide',
    'days: { d: { when: urgent and not urgent } }',
    'schedule/never-true urgent and not urgent',
  ],
  ['a day that no month has', 'days: { d: { when: day-of(day) = 32 } }', 'schedule/never-true day-of(day) = 32'],
  ['a word that does not recur', 'days: { d: { every: mondays } }', 'schedule/unknown-recurrence mondays'],
  [
    'a calendar that is not there',
    'days: { d: { every: working-day } }\ncalendar: t.holidays',
    'schedule/unknown-calendar t.holidays',
  ],
  [
    'a month that does not compare with days',
    'days: { d: { every: monday } }\nnext: { n: { day: d, within: 1 month } }',
    'expression/days-and-months 1 month',
  ],
])('%s', (_what, body, told) => {
  const small = smallHandbook('schedule', `${takes}${body}\n`);
  expect(findingsOf(small).map((one) => pointOf(one, small.text))).toContain(told);
});
