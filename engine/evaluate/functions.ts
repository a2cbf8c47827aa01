import type { FunctionName } from '../ir/functions.ts';
import { weekdays } from '../ir/weekday.ts';
import type { Call } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import { dateOutOfRange, listTooLong, numberTooLong } from '../value/failures.ts';
import { denominator, noDuration } from '../value/reasons.ts';
import { dayFromNumber, dayNumber, dayOf, fullMonths, isoOf, monthEnd, weekdayNumber, type Day } from './calendar.ts';
import { amount, compare, truth, type Datum } from './datum.ts';
import { determined, undetermined, type Found } from './found.ts';
import { moved } from './moments.ts';
import { departmentOf, isAbove, superiorOf } from './organization.ts';
import { floorTo, isPositive, isTooLong, minus, negative, over, plus, times, whole, type Ratio } from './ratio.ts';

/** What an operator or function gives for determined values; the checker has let only fitting types through. */
export function applied(call: Call, values: readonly Datum[], program: Program): Found {
  if (values.some(({ is }) => is === 'no-duration')) return undetermined(noDuration);
  return functions[call.fn](values, call, program);
}

type Definition = (values: readonly Datum[], call: Call, program: Program) => Found;

const functions: { readonly [Name in FunctionName]: Definition } = {
  add: (values, call) => sum(values, call, 1),
  subtract: (values, call) => sum(values, call, -1),
  multiply: ([a, b], call) => number(times(ratio(a), ratio(b)), call),
  divide: ([a, b], call) => (isPositive(ratio(b)) ? number(over(ratio(a), ratio(b)), call) : undetermined(denominator)),
  negate: ([a], call) => number(negative(ratio(a)), call),
  min: (values) => determined(values.reduce((best, value) => (ordered(value, best) < 0 ? value : best))),
  max: (values) => determined(values.reduce((best, value) => (ordered(value, best) > 0 ? value : best))),
  abs: ([a], call) => number(isPositive(ratio(a)) ? ratio(a) : negative(ratio(a)), call),
  floor: ([a, step], call) =>
    isPositive(ratio(step)) ? number(floorTo(ratio(a), ratio(step)), call) : undetermined(denominator),
  ceil: ([a, step], call) =>
    isPositive(ratio(step))
      ? number(negative(floorTo(negative(ratio(a)), ratio(step))), call)
      : undetermined(denominator),
  'days-between': ([from, to], call) => count(dayNumber(day(to)) - dayNumber(day(from)), call),
  'full-months': ([from, to], call) => count(fullMonths(day(from), day(to)), call),
  'full-years': ([from, to], call) => count(Math.trunc(fullMonths(day(from), day(to)) / 12), call),
  'month-end': ([date], call) => dated(monthEnd(day(date)), call),
  'month-start': ([date], call) => dated({ ...day(date), day: 1 }, call),
  weekday: ([date]) =>
    determined({ is: 'member', enumeration: 'weekday', name: weekdays[weekdayNumber(day(date))] ?? '' }),
  'last-weekday': ([name, date], call) => {
    const end = monthEnd(day(date));
    const wanted = weekdays.findIndex((weekday) => weekday === nameOf(name));
    return dated({ ...end, day: end.day - ((weekdayNumber(end) - wanted + 7) % 7) }, call);
  },
  days: ([from, to], call) => {
    const first = dayNumber(day(from));
    const length = Math.max(0, dayNumber(day(to)) - first + 1);
    const items = (): Datum[] =>
      Array.from({ length }, (_, i) => ({ is: 'date', iso: isoOf(dayFromNumber(first + i)) ?? '' }));
    return length > longestList ? listTooLong(length, call.origin) : determined({ is: 'list', items: items() });
  },
  'year-of': ([date], call) => count(day(date).year, call),
  'month-of': ([date], call) => count(day(date).month, call),
  'day-of': ([date], call) => count(day(date).day, call),
  'date-of': ([moment]) => determined({ is: 'date', iso: iso(moment).slice(0, 10) }),
  'time-of': ([moment]) => determined({ is: 'time', iso: iso(moment).slice(11) }),
  length: ([text], call) => count([...textOf(text)].length, call),
  'starts-with': ([text, start]) => determined(truth(textOf(text).startsWith(textOf(start)))),
  contains: ([text, part]) => determined(truth(textOf(text).includes(textOf(part)))),
  size: ([list], call) => count(itemsOf(list).length, call),
  join: ([a, b], call) => {
    const items = [...itemsOf(a), ...itemsOf(b)];
    return items.length > longestList ? listTooLong(items.length, call.origin) : determined({ is: 'list', items });
  },
  'superior-of': ([post], call, program) => superiorOf(nameOf(post), call, program),
  'is-above': ([above, below], call, program) => isAbove(nameOf(above), nameOf(below), call, program),
  'department-of': ([post], call, program) => departmentOf(nameOf(post), call, program),
};

const longestList = 10_000;

/** Amounts add up; a date or moment and a duration, in either order, give another date or moment. */
function sum([a, b]: readonly Datum[], call: Call, sign: 1 | -1): Found {
  if (a?.is === 'amount' && b?.is === 'amount') {
    return number((sign > 0 ? plus : minus)(a.ratio, b.ratio), call);
  }
  return a?.is === 'amount' ? moved(b, a, sign, call) : moved(a, b, sign, call);
}

/** A number that was computed, unless it has grown beyond all use. */
function number(result: Ratio, call: Call): Found {
  return isTooLong(result) ? numberTooLong(call.origin) : determined(amount(result, call.type));
}

function count(result: number, call: Call): Found {
  return determined(amount(whole(result), call.type));
}

function dated(result: Day, call: Call): Found {
  const text = isoOf(result);
  return text === undefined ? dateOutOfRange(call.origin) : determined({ is: 'date', iso: text });
}

function ordered(a: Datum, b: Datum): number {
  return compare(a, b) ?? 0;
}

function ratio(datum: Datum | undefined): Ratio {
  if (datum?.is !== 'amount') throw unexpected('a number', datum);
  return datum.ratio;
}

function day(datum: Datum | undefined): Day {
  return dayOf(iso(datum));
}

function iso(datum: Datum | undefined): string {
  if (datum === undefined || !('iso' in datum)) throw unexpected('a date or time', datum);
  return datum.iso;
}

function textOf(datum: Datum | undefined): string {
  if (datum?.is !== 'text') throw unexpected('a text', datum);
  return datum.text;
}

function nameOf(datum: Datum | undefined): string {
  if (datum === undefined || !('name' in datum)) throw unexpected('a name', datum);
  return datum.name;
}

function itemsOf(datum: Datum | undefined): readonly Datum[] {
  if (datum?.is !== 'list') throw unexpected('a list', datum);
  return datum.items;
}

/** The checker lets no such call through, so this is a bug of ours. */
function unexpected(wanted: string, datum: Datum | undefined): Error {
  return new Error(`${wanted} was expected, ${datum?.is ?? 'nothing'} found`);
}
