import type { DurationFamily } from '../../ir/type.ts';
import type { Span } from '../../source/span.ts';
import { dateNotWhole, dateOutOfRange } from '../../value/failures.ts';
import { printValue } from '../../value/print.ts';
import {
  addMonths,
  dayFromNumber,
  dayNumber,
  dayOf,
  isoOfDay,
  isoOfSecond,
  isWritable,
  secondOf,
  type Day,
} from './calendar.ts';
import { exactDigits } from '../../value/exact.ts';
import { multiply, whole, type Rational } from './rational.ts';
import { determined, type Result } from './result.ts';

const secondsOfDay = 86_400;
/** More days, months or seconds than this lead out of the calendar from any date. */
const longestMove = 10n ** 12n;

/** A date or date-time moved by a duration. */
export function moveInTime(iso: string, by: Rational, family: DurationFamily, span: Span): Result {
  const moment = iso.length > 10;
  const seconds = family === 'minutes' || (family === 'days' && moment);
  const steps = seconds ? multiply(by, whole(family === 'days' ? secondsOfDay : 60)) : by;
  if (steps.bottom !== 1n) {
    const moved = printValue({ is: 'duration', digits: exactDigits(by), family }, { moneyDecimals: 0, units: {} });
    return dateNotWhole(moved, span);
  }
  if (steps.top > longestMove || steps.top < -longestMove) return dateOutOfRange(span);
  const count = Number(steps.top);
  const start = dayOf(iso);
  if (!seconds) {
    const day = family === 'months' ? addMonths(start, count) : dayFromNumber(dayNumber(start) + count);
    return written(day, iso.slice(10), span);
  }
  const total = dayNumber(start) * secondsOfDay + secondOf(iso.slice(11)) + count;
  const day = Math.floor(total / secondsOfDay);
  return written(dayFromNumber(day), `T${isoOfSecond(total - day * secondsOfDay)}`, span);
}

function written(day: Day, rest: string, span: Span): Result {
  return isWritable(day.year) ? determined(isoOfDay(day) + rest) : dateOutOfRange(span);
}
