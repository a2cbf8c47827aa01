import { expected } from '../../ir/expected.ts';
import type { FunctionName } from '../../ir/functions.ts';
import { weekdays } from '../../ir/weekday.ts';
import type { Call } from '../../ir/ir.ts';
import type { Program } from '../../ir/program.ts';
import { listTooLong, numberTooLong } from '../../value/failures.ts';
import { denominator, noDuration as withoutOrder } from '../../value/reasons.ts';
import { dayFromNumber, dayNumber, dayOf, fullMonths, isoOfDay, monthEnd, weekdayOf } from './calendar.ts';
import { noDuration, order, type Datum } from './datum.ts';
import { moveInTime } from './move-in-time.ts';
import { departmentOf, isAbove, superiorOf } from './organization.ts';
import { compareExact } from '../../value/exact.ts';
import { add, divide, multiply, negate, subtract, toMultiple, whole, zero, type Rational } from './rational.ts';
import { determined, undetermined, type Result } from './result.ts';
import { itemsOf, numberOf, pair, textOf } from './sorts.ts';

/** What an operator or function does with determined values, as many and of such types as the checker let through. */
type Operation = (values: readonly Datum[], call: Call, program: Program) => Result;

/** The operation of a function; `none` among durations has no place in any of them. */
export function operation(name: FunctionName): Operation {
  const apply = operations[name];
  return (values, call, program) =>
    values.includes(noDuration) ? undetermined([withoutOrder]) : apply(values, call, program);
}

const operations: { readonly [Name in FunctionName]: Operation } = {
  add: (values, call) => {
    const [a, b] = pair(values);
    if (typeof a === 'string') return moveInTime(a, numberOf(b), familyOf(call, 1), call.origin);
    if (typeof b === 'string') return moveInTime(b, numberOf(a), familyOf(call, 0), call.origin);
    return amount(add(numberOf(a), numberOf(b)), call);
  },
  subtract: (values, call) => {
    const [a, b] = pair(values);
    if (typeof a === 'string') return moveInTime(a, negate(numberOf(b)), familyOf(call, 1), call.origin);
    return amount(subtract(numberOf(a), numberOf(b)), call);
  },
  multiply: (values, call) => {
    const [a, b] = pair(values);
    return amount(multiply(numberOf(a), numberOf(b)), call);
  },
  divide: (values, call) => {
    const [a, b] = pair(values).map(numberOf) as [Rational, Rational];
    return b.top > 0n ? amount(divide(a, b), call) : undetermined([denominator]);
  },
  negate: ([a]) => determined(negate(numberOf(a))),
  min: (values) => determined(values.reduce((best, value) => (order(value, best) < 0 ? value : best))),
  max: (values) => determined(values.reduce((best, value) => (order(value, best) > 0 ? value : best))),
  abs: ([a]) => determined(compareExact(numberOf(a), zero) < 0 ? negate(numberOf(a)) : numberOf(a)),
  floor: (values, call) => multipleOf(values, 'floor', call),
  ceil: (values, call) => multipleOf(values, 'ceil', call),
  'days-between': (values) => {
    const [from, to] = pair(values).map(textOf).map(dayOf).map(dayNumber) as [number, number];
    return count(to - from);
  },
  'full-months': (values) => count(monthsBetween(values)),
  'full-years': (values) => count(Math.trunc(monthsBetween(values) / 12)),
  'month-end': ([date]) => determined(isoOfDay(monthEnd(dayOf(textOf(date))))),
  'month-start': ([date]) => determined(isoOfDay({ ...dayOf(textOf(date)), day: 1 })),
  weekday: ([date]) => determined(weekdays[weekdayOf(dayOf(textOf(date)))] ?? ''),
  'last-weekday': (values) => {
    const [name, date] = pair(values).map(textOf) as [string, string];
    const end = monthEnd(dayOf(date));
    const back = (weekdayOf(end) - weekdays.findIndex((each) => each === name) + 7) % 7;
    return determined(isoOfDay({ ...end, day: end.day - back }));
  },
  days: (values, call) => {
    const [from, to] = pair(values).map(textOf).map(dayOf).map(dayNumber) as [number, number];
    const length = Math.max(0, to - from + 1);
    if (length > longestList) return listTooLong(length, call.origin);
    return determined(Array.from({ length }, (_none, i) => isoOfDay(dayFromNumber(from + i))));
  },
  'year-of': ([date]) => count(dayOf(textOf(date)).year),
  'month-of': ([date]) => count(dayOf(textOf(date)).month),
  'day-of': ([date]) => count(dayOf(textOf(date)).day),
  'date-of': ([moment]) => determined(textOf(moment).slice(0, 10)),
  'time-of': ([moment]) => determined(textOf(moment).slice(11)),
  length: ([text]) => count([...textOf(text)].length),
  'starts-with': (values) => {
    const [text, start] = pair(values).map(textOf) as [string, string];
    return determined(text.startsWith(start));
  },
  contains: (values) => {
    const [text, part] = pair(values).map(textOf) as [string, string];
    return determined(text.includes(part));
  },
  size: ([list]) => count(itemsOf(list).length),
  join: (values, call) => {
    const joined = values.flatMap(itemsOf);
    return joined.length > longestList ? listTooLong(joined.length, call.origin) : determined(joined);
  },
  'superior-of': ([post], call, program) => superiorOf(textOf(post), call, program),
  'is-above': (values, call, program) => {
    const [above, below] = pair(values).map(textOf) as [string, string];
    return isAbove(above, below, call, program);
  },
  'department-of': ([post], call, program) => departmentOf(textOf(post), call, program),
};

const longestList = 10_000;
const longestNumber = 10n ** 2000n;

/** A computed number, unless it has grown beyond all use. */
function amount(number: Rational, call: Call): Result {
  const tooLong = number.top >= longestNumber || number.top <= -longestNumber || number.bottom >= longestNumber;
  return tooLong ? numberTooLong(call.origin) : determined(number);
}

function count(number: number): Result {
  return determined(whole(number));
}

function multipleOf(values: readonly Datum[], mode: 'floor' | 'ceil', call: Call): Result {
  const [value, step] = pair(values).map(numberOf) as [Rational, Rational];
  return step.top > 0n ? amount(toMultiple(value, step, mode), call) : undetermined([denominator]);
}

function monthsBetween(values: readonly Datum[]): number {
  const [from, to] = pair(values).map(textOf).map(dayOf);
  return from === undefined || to === undefined ? 0 : fullMonths(from, to);
}

function familyOf(call: Call, index: 0 | 1): 'days' | 'months' | 'minutes' {
  const type = call.args[index]?.type;
  return expected(type?.is === 'duration' ? type.family : undefined, 'a duration');
}
