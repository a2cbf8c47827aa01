import type { DurationFamily } from '../../../ir/type.ts';
import { exactDigits, timesExact } from '../../../value/exact.ts';
import { dateNotWhole, dateOutOfRange, listTooLong } from '../../../value/failures.ts';
import { printValue } from '../../../value/print.ts';
import { numberIn, timed } from './arithmetic.ts';
import type { Datum } from './datum.ts';
import {
  dayNumber,
  dayNumbered,
  dayOf,
  isoOf,
  lastOfMonth,
  monthsFull,
  monthsOn,
  twoDigits,
  weekdayNumber,
  type Day,
} from './days.ts';
import { spanOf } from './place.ts';
import { determined, type Result } from './result.ts';

const weekdays: readonly string[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const secondsOfDay = 86_400;
/** More days, months or seconds than this lead out of the calendar from any date. */
const longestMove = 10n ** 12n;

/** A date or moment moved on by a duration, or back for sign −1; `family` is the duration's. */
export function moved(a: Result, b: Result, family: DurationFamily, sign: 1 | -1, place: string): Result {
  return timed([a, b], (left, right) => {
    const iso = textIn(typeof left === 'string' ? left : right);
    const length = typeof left === 'string' ? right : left;
    const isMoment = iso.length > 10;
    const signed = timesExact(numberIn(length), { top: BigInt(sign), bottom: 1n });
    const inSeconds = family === 'minutes' || (family === 'days' && isMoment);
    const unit = inSeconds ? (family === 'days' ? secondsOfDay : 60) : 1;
    const steps = timesExact(signed, { top: BigInt(unit), bottom: 1n });
    if (steps.bottom !== 1n) {
      const words = { moneyDecimals: 0, units: {} };
      const written = printValue({ is: 'duration', digits: exactDigits(signed), family }, words);
      return dateNotWhole(written, spanOf(place));
    }
    if (steps.top > longestMove || steps.top < -longestMove) return dateOutOfRange(spanOf(place));
    return movedBy(iso, Number(steps.top), inSeconds ? 'seconds' : family, place);
  });
}

function movedBy(iso: string, count: number, unit: DurationFamily | 'seconds', place: string): Result {
  const start = dayOf(iso);
  if (unit === 'months') return written(monthsOn(start, count), iso.slice(10), place);
  if (unit === 'days') return numbered(dayNumber(start) + count, iso.slice(10), place);
  const [hours = 0, minutes = 0, seconds = 0] = iso.slice(11).split(':').map(Number);
  const total = dayNumber(start) * secondsOfDay + hours * 3600 + minutes * 60 + seconds + count;
  const day = Math.floor(total / secondsOfDay);
  return numbered(day, `T${clock(total - day * secondsOfDay)}`, place);
}

function clock(second: number): string {
  return [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(twoDigits).join(':');
}

/** Days of the years 1 to 9999 alone have a date. */
function numbered(number: number, rest: string, place: string): Result {
  return number < 306 || number > 3_652_364 ? dateOutOfRange(spanOf(place)) : written(dayNumbered(number), rest, place);
}

function written(day: Day, rest: string, place: string): Result {
  return day.year >= 1 && day.year <= 9999 ? determined(isoOf(day) + rest) : dateOutOfRange(spanOf(place));
}

export function daysBetween(from: Result, to: Result): Result {
  return dated([from, to], (a, b) => whole(dayNumber(b) - dayNumber(a)));
}

export function fullMonths(from: Result, to: Result): Result {
  return dated([from, to], (a, b) => whole(monthsFull(a, b)));
}

export function fullYears(from: Result, to: Result): Result {
  return dated([from, to], (a, b) => whole(Math.trunc(monthsFull(a, b) / 12)));
}

export function monthEnd(date: Result): Result {
  return dated([date], (day) => determined(isoOf(lastOfMonth(day))));
}

export function monthStart(date: Result): Result {
  return dated([date], (day) => determined(isoOf({ ...day, day: 1 })));
}

export function weekday(date: Result): Result {
  return dated([date], (day) => determined(weekdays[weekdayNumber(day)] ?? ''));
}

export function lastWeekday(name: Result, date: Result): Result {
  return timed([name, date], (wanted, day) => {
    const end = lastOfMonth(dayOf(textIn(day)));
    const back = (weekdayNumber(end) - weekdays.indexOf(textIn(wanted)) + 7) % 7;
    return determined(isoOf({ ...end, day: end.day - back }));
  });
}

export function daysThrough(from: Result, to: Result, place: string): Result {
  return dated([from, to], (a, b) => {
    const first = dayNumber(a);
    const length = Math.max(0, dayNumber(b) - first + 1);
    if (length > 10_000) return listTooLong(length, spanOf(place));
    return determined(Array.from({ length }, (_none, i) => isoOf(dayNumbered(first + i))));
  });
}

export function yearOf(date: Result): Result {
  return dated([date], ({ year }) => whole(year));
}

export function monthOf(date: Result): Result {
  return dated([date], ({ month }) => whole(month));
}

export function dayOfMonth(date: Result): Result {
  return dated([date], ({ day }) => whole(day));
}

export function dateOf(moment: Result): Result {
  return timed([moment], (iso) => determined(textIn(iso).slice(0, 10)));
}

export function timeOf(moment: Result): Result {
  return timed([moment], (iso) => determined(textIn(iso).slice(11)));
}

function dated(operands: readonly Result[], apply: (...days: [Day, Day]) => Result): Result {
  return timed(operands, (a, b?: Datum) => apply(dayOf(textIn(a)), dayOf(textIn(b ?? a))));
}

export function whole(count: number): Result {
  return determined({ top: BigInt(count), bottom: 1n });
}

export function textIn(datum: Datum | undefined): string {
  if (typeof datum !== 'string') throw new TypeError('a text or date was expected');
  return datum;
}
