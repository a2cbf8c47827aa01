import type { Static } from 'typebox';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import {
  cell,
  dateText,
  entries,
  expression,
  list,
  oneOfForms,
  optional,
  record,
  texts,
  word,
} from '../../shape/builders.ts';
import { cites, policyOf, restsOn, title } from '../head.ts';
import { defineKind } from '../kind.ts';
import { calendarOutputs } from './calendar.ts';
import { checkSchedule } from './check.ts';
import { dayOutputs } from './days.ts';
import { countOutputs, listOutputs, nextOutputs } from './next.ts';
import { slotOutputs } from './slots.ts';

const doc = (en: string, zh: string): Texts => ({ en, zh });

/** A name without dots, since it becomes the last part of one. */
const id = {
  regex: '^[\\p{ID_Start}][\\p{ID_Continue}-]*$',
  says: { en: 'a name without dots such as weekly-review', zh: '不含点的名称，例如 weekly-review' },
};
const common = { title: optional(title), 'rests-on': optional(restsOn), cites: optional(cites) };

const day = oneOfForms(doc('A sort of day.', '一类日子。'), {
  every: record(doc('Days that recur by the calendar.', '按日历重复的日子。'), {
    ...common,
    every: word(
      doc(
        'monday … sunday, `first monday of month`, `last friday of month`, `working-day`.',
        'monday 至 sunday、first monday of month、last friday of month 或 working-day。',
      ),
    ),
  }),
  when: record(doc('Days for which a condition holds.', '符合条件的日子。'), {
    ...common,
    when: expression(doc('True for such a day.', '为真即属此类。')),
  }),
});

const next = record(doc('The first such day on or after a date.', '自某日起（含当日）的首个此类日子。'), {
  ...common,
  day: word(doc('A sort of day of this schedule.', '本日程中的一类日子。')),
  from: optional(
    expression(doc('The date to begin with; the date asked for when left out.', '起算日期，省略时为所问日期。')),
  ),
  within: expression(
    doc('How far is looked, in days; beyond it the answer is undetermined.', '查找的天数，超出则未定。'),
  ),
});
export type NextEntry = Static<typeof next>;

/** What `count` and `list` look through. */
const between = {
  ...common,
  day: word(doc('A sort of day of this schedule.', '本日程中的一类日子。')),
  from: expression(doc('The first date.', '首日。')),
  to: expression(doc('The last date.', '末日。')),
};
const count = record(
  doc('How many such days there are between two dates, both included.', '两个日期之间此类日子的天数，含首末日。'),
  between,
);
const listed = record(
  doc(
    'Which such days there are between two dates, both included; these may read the date asked for.',
    '两个日期之间的此类日子，含首末日；两个日期可读取所问日期。',
  ),
  between,
);
export type CountEntry = Static<typeof count>;

const slot = record(doc('A slot and its cut-off.', '一个批次及其截止时间。'), {
  slot: cell(doc('Which slot it is.', '所指批次。')),
  from: optional(expression(doc('Not earlier than this.', '不早于此时间。'))),
  before: expression(doc('Earlier than this, the moment itself excluded.', '早于此时间，不含该时刻。')),
  'rests-on': optional(restsOn),
  cites: optional(cites),
});
export type SlotEntry = Static<typeof slot>;

const calendar = record(doc('Holidays and moved working days, as published.', '已公布的节假日与调休上班日。'), {
  covers: record(doc('The days that it knows; beyond them nothing is guessed.', '所涵盖的日期，之外不作推测。'), {
    from: dateText(doc('The first day.', '首日。')),
    to: dateText(doc('The last day: the horizon.', '末日，即已知范围的终点。')),
  }),
  weekend: list(
    doc('Days of the week without work.', '每周休息日。'),
    word(doc('A day of the week.', '星期几。'), { names: 'weekday' }),
  ),
  holidays: list(
    doc('Days without work.', '放假日期。'),
    record(doc('A holiday.', '一个假期。'), {
      title: texts(doc('What is celebrated.', '节日名称。')),
      from: dateText(doc('The first day.', '首日。')),
      to: optional(dateText(doc('The last day; the first when left out.', '末日，省略则仅一日。'))),
    }),
  ),
  workdays: optional(
    list(
      doc('Days that are worked although they are no ordinary working days.', '调休上班日。'),
      dateText(doc('A day.', '日期。')),
    ),
  ),
  cites: optional(cites),
});
export type Calendar = Static<typeof calendar>;

const schema = policyOf(
  'schedule',
  doc('Recurring days, cut-off times, working days.', '周期性日子、截止时间与工作日。'),
  {
    takes: optional(
      entries(
        doc('Name → date: the date that days are asked about.', '名称→date：所询问的日期。'),
        word(doc('date', 'date')),
        {
          keyPattern: id,
        },
      ),
    ),
    days: optional(
      entries(doc('Name → sort of day; each is a decision.', '名称→一类日子，每类一个决定。'), day, { keyPattern: id }),
    ),
    next: optional(entries(doc('Name → the next such day.', '名称→下一个此类日子。'), next, { keyPattern: id })),
    count: optional(entries(doc('Name → number of such days.', '名称→此类日子的天数。'), count, { keyPattern: id })),
    list: optional(entries(doc('Name → these days, one by one.', '名称→各个此类日子。'), listed, { keyPattern: id })),
    calendar: optional(
      oneOfForms(
        doc('The calendar of working days, or the schedule that has it.', '工作日历，或载有日历的日程制度。'),
        { covers: calendar },
        word(doc('A schedule with a calendar.', '载有日历的日程制度。'), { names: 'policy' }),
      ),
    ),
    by: optional(expression(doc('Which slot is meant.', '所属批次。'))),
    time: optional(expression(doc('The time that is held against the cut-off.', '与截止时间比较的时间。'))),
    'only-if': optional(
      record(doc('Where the slots hold, and what holds elsewhere.', '批次的适用条件及不适用时的结果。'), {
        is: expression(doc('The condition.', '条件。')),
        otherwise: expression(doc('The result when it is false.', '条件不成立时的结果。')),
      }),
    ),
    slots: optional(list(doc('The slots and their cut-offs.', '各批次及截止时间。'), slot, { atLeast: 1 })),
  },
);
export type SchedulePolicy = Static<typeof schema>;

export const schedule = defineKind({
  name: 'schedule',
  title: { en: 'Schedule', zh: '日程' },
  schema,
  declare: (policy) => ({
    facts: [],
    outputs: [
      ...dayOutputs(policy),
      ...calendarOutputs(policy),
      ...nextOutputs(policy),
      ...countOutputs(policy),
      ...listOutputs(policy),
      ...slotOutputs(policy),
    ],
    check: (lowered, context, conditions) => checkSchedule(policy, lowered, context, conditions),
  }),
});
