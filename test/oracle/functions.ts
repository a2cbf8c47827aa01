import type { FunctionName } from '../../engine/ir/functions.ts';
import { weekdays } from '../../engine/ir/weekday.ts';
import type { Call } from '../../engine/ir/ir.ts';
import type { DurationFamily } from '../../engine/ir/type.ts';
import type { Organization, Program } from '../../engine/ir/program.ts';
import {
  dayNumber,
  dayText,
  fullMonths,
  monthCount,
  monthEnd,
  monthStart,
  monthsLater,
  weekdayNumber,
} from './calendar.ts';
import {
  floorOf,
  isWhole,
  minus,
  opposite,
  order,
  over,
  plus,
  rational,
  times,
  whole,
  zero,
  type Rational,
} from './rational.ts';
import { determined, failed, undetermined, type Result } from './result.ts';
import { amount, compared, secondsOfDay, truth, type Thing } from './value.ts';

const noOrder: Result = undetermined({ code: 'no-duration' });

/** What an operator or function gives for determined values. */
export function applied(call: Call, values: readonly Thing[], program: Program): Result {
  if (values.some((value) => value.is === 'no-duration')) return noOrder;
  const result = results[call.fn](values, call, program);
  return 'status' in result ? result : determined(result);
}

type Definition = (values: readonly Thing[], call: Call, program: Program) => Thing | Result;

const results: { readonly [Name in FunctionName]: Definition } = {
  add: ([a, b], call) => sum(a!, b!, 1, call),
  subtract: ([a, b], call) => sum(a!, b!, -1, call),
  multiply: ([a, b], call) => amount(times(number(a), number(b)), call.type),
  divide: ([a, b], call) =>
    order(number(b), zero) > 0 ? amount(over(number(a), number(b)), call.type) : undetermined({ code: 'denominator' }),
  negate: ([a], call) => amount(opposite(number(a)), call.type),
  min: (values) => values.reduce((best, value) => (compared(value, best)! < 0 ? value : best)),
  max: (values) => values.reduce((best, value) => (compared(value, best)! > 0 ? value : best)),
  abs: ([a], call) => amount(order(number(a), zero) < 0 ? opposite(number(a)) : number(a), call.type),
  floor: ([a, by], call) =>
    order(number(by), zero) > 0
      ? amount(times(multiplesBelow(number(a), number(by)), number(by)), call.type)
      : undetermined({ code: 'denominator' }),
  ceil: ([a, by], call) =>
    order(number(by), zero) > 0
      ? amount(opposite(times(multiplesBelow(opposite(number(a)), number(by)), number(by))), call.type)
      : undetermined({ code: 'denominator' }),
  'days-between': ([from, to], call) => amount(whole(day(to) - day(from)), call.type),
  'full-months': ([from, to], call) => amount(whole(fullMonths(day(from), day(to))), call.type),
  'full-years': ([from, to], call) => amount(whole(Math.trunc(fullMonths(day(from), day(to)) / 12)), call.type),
  'month-end': ([date]) => ({ is: 'date', day: monthEnd(day(date)) }),
  'month-start': ([date]) => ({ is: 'date', day: monthStart(day(date)) }),
  weekday: ([date]) => ({ is: 'name', name: weekdays[weekdayNumber(day(date))]! }),
  'last-weekday': ([name, date]) => {
    let last = monthEnd(day(date));
    while (weekdays[weekdayNumber(last)] !== nameOf(name)) last -= 1;
    return { is: 'date', day: last };
  },
  days: ([from, to]) => {
    const items: Thing[] = [];
    for (let each = day(from); each <= day(to) && items.length <= longestList; each += 1)
      items.push({ is: 'date', day: each });
    return listOf(items);
  },
  'year-of': ([date], call) => amount(datePart(date, 0), call.type),
  'month-of': ([date], call) => amount(datePart(date, 1), call.type),
  'day-of': ([date], call) => amount(datePart(date, 2), call.type),
  'date-of': ([moment]) => ({ is: 'date', day: Math.floor(seconds(moment) / secondsOfDay) }),
  'time-of': ([moment]) => ({
    is: 'time',
    seconds: seconds(moment) - Math.floor(seconds(moment) / secondsOfDay) * secondsOfDay,
  }),
  length: ([text], call) => amount(whole([...textOf(text)].length), call.type),
  'starts-with': ([text, start]) => truth(textOf(text).startsWith(textOf(start))),
  contains: ([text, part]) => truth(textOf(text).includes(textOf(part))),
  size: ([list], call) => amount(whole(itemsOf(list).length), call.type),
  join: ([a, b]) => listOf([...itemsOf(a), ...itemsOf(b)]),
  'superior-of': ([post], call, program) => superiorOf(nameOf(post), organization(call, program)),
  'is-above': ([above, below], call, program) => isAbove(nameOf(above), nameOf(below), organization(call, program)),
  'department-of': ([post], call, program) => ({
    is: 'text',
    text: organization(call, program).posts[nameOf(post)]!.department,
  }),
};

/** Amounts add up; a date or moment and a duration, in either order, give another date or moment. */
function sum(a: Thing, b: Thing, sign: 1 | -1, call: Call): Thing | Result {
  if (a.is === 'amount' && b.is === 'amount') {
    return amount(sign > 0 ? plus(a.number, b.number) : minus(a.number, b.number), call.type);
  }
  if (a.is === 'amount') return sum(b, a, sign, call);
  if (b.is !== 'amount' || b.type.is !== 'duration') throw new Error(`${a.is} and ${b.is} do not add up`);
  const by = times(b.number, whole(sign));
  if (a.is === 'date') return dateMoved(a.day, by, b.type.family, (day) => ({ is: 'date', day }));
  const moment = seconds(a);
  const day = Math.floor(moment / secondsOfDay);
  const clock = moment - day * secondsOfDay;
  if (b.type.family === 'months') {
    return dateMoved(day, by, 'months', (to) => ({ is: 'date-time', seconds: to * secondsOfDay + clock }));
  }
  const steps = times(by, whole(b.type.family === 'days' ? secondsOfDay : 60));
  if (!isWhole(steps)) return failed('date/not-whole');
  const to = steps.top + BigInt(moment);
  return inCalendar(floorOf(rational(to, BigInt(secondsOfDay))))
    ? { is: 'date-time', seconds: Number(to) }
    : failed('date/out-of-range');
}

function dateMoved(from: number, by: Rational, family: DurationFamily, then: (day: number) => Thing): Thing | Result {
  if (!isWhole(by)) return failed('date/not-whole');
  if (family === 'days') {
    const to = by.top + BigInt(from);
    return inCalendar(to) ? then(Number(to)) : failed('date/out-of-range');
  }
  const months = by.top + BigInt(monthCount(from));
  return months >= 12n && months < 120_000n ? then(monthsLater(from, Number(by.top))) : failed('date/out-of-range');
}

/** The years 1 to 9999. */
function inCalendar(day: bigint): boolean {
  return day >= BigInt(dayNumber('0001-01-01')) && day <= BigInt(dayNumber('9999-12-31'));
}

const longestList = 10_000;

function listOf(items: readonly Thing[]): Thing | Result {
  return items.length > longestList ? failed('list/too-long') : { is: 'list', items };
}

function multiplesBelow(value: Rational, by: Rational): Rational {
  return rational(floorOf(over(value, by)), 1n);
}

function superiorOf(post: string, { posts }: Organization): Result {
  const superior = posts[post]?.superior;
  if (superior === undefined) return failed('organization/unknown-post');
  if (superior === 'none') return failed('organization/no-superior');
  if ('gap' in superior) return undetermined({ code: 'gap', gap: superior.gap });
  return determined({ is: 'name', name: superior.post });
}

function isAbove(above: string, below: string, organization: Organization): Result {
  const superior = organization.posts[below]?.superior;
  if (superior === undefined) return failed('organization/unknown-post');
  if (superior === 'none') return determined(truth(false));
  if ('gap' in superior) return undetermined({ code: 'gap', gap: superior.gap });
  return superior.post === above ? determined(truth(true)) : isAbove(above, superior.post, organization);
}

function organization(call: Call, program: Program): Organization {
  const type = call.args[0]?.type;
  const found = type?.is === 'post' ? program.organizations[type.scope] : undefined;
  if (found === undefined) throw new Error('no organization for the post');
  return found;
}

function datePart(thing: Thing | undefined, part: 0 | 1 | 2): Rational {
  return whole(Number(dayText(day(thing)).split('-')[part]));
}

function number(thing: Thing | undefined): Rational {
  if (thing?.is !== 'amount') throw new Error(`${thing?.is} where an amount belongs`);
  return thing.number;
}

function day(thing: Thing | undefined): number {
  if (thing?.is !== 'date') throw new Error(`${thing?.is} where a date belongs`);
  return thing.day;
}

function seconds(thing: Thing | undefined): number {
  if (thing?.is !== 'date-time') throw new Error(`${thing?.is} where a date-time belongs`);
  return thing.seconds;
}

function textOf(thing: Thing | undefined): string {
  if (thing?.is !== 'text') throw new Error(`${thing?.is} where a text belongs`);
  return thing.text;
}

function nameOf(thing: Thing | undefined): string {
  if (thing?.is !== 'name') throw new Error(`${thing?.is} where a name belongs`);
  return thing.name;
}

function itemsOf(thing: Thing | undefined): readonly Thing[] {
  if (thing?.is !== 'list') throw new Error(`${thing?.is} where a list belongs`);
  return thing.items;
}
