import type { Call } from '../ir/ir.ts';
import { dateNotWhole, dateOutOfRange } from '../value/failures.ts';
import { amountText } from './amount-text.ts';
import { addMonths, clockOf, dayFromNumber, dayNumber, dayOf, isoOf, secondsOf, type Day } from './calendar.ts';
import type { Datum } from './datum.ts';
import { determined, type Found } from './found.ts';
import { times, whole, wholeNumber } from './ratio.ts';

const secondsOfDay = 86_400;

/** A date or moment so much later or, with the sign -1, earlier. */
export function moved(from: Datum | undefined, by: Datum | undefined, sign: 1 | -1, { origin }: Call): Found {
  if (by?.is !== 'amount' || by.type.is !== 'duration') throw new Error('only a duration moves a date');
  if (from?.is !== 'date' && from?.is !== 'date-time') throw new Error('only dates and moments move');
  const { family } = by.type;
  // A date moves by whole days, a moment by whole seconds: half a day is twelve hours.
  const unit = family === 'months' ? 'months' : from.is === 'date' ? 'days' : 'seconds';
  const length = unit !== 'seconds' ? 1 : family === 'days' ? secondsOfDay : 60;
  const size = wholeNumber(times(by.ratio, whole(length)));
  if (size === undefined || (from.is === 'date' && family === 'minutes')) {
    const signed = { ...by, ratio: times(by.ratio, whole(sign)) };
    return dateNotWhole(amountText(signed, { moneyDecimals: 0, units: {} }), origin);
  }
  const step = sign * size;
  // No step within the calendar is longer, and a longer one would leave the whole numbers of JavaScript.
  if (Math.abs(step) > 400_000_000_000) return dateOutOfRange(origin);
  const day = dayOf(from.iso);
  const clock = from.is === 'date-time' ? secondsOf(from.iso.slice(11)) : 0;
  const to = landed(day, clock, unit, step);
  const iso = isoOf(to.day);
  if (iso === undefined) return dateOutOfRange(origin);
  return determined(from.is === 'date' ? { is: 'date', iso } : { is: 'date-time', iso: `${iso}T${clockOf(to.clock)}` });
}

function landed(
  day: Day,
  clock: number,
  unit: 'days' | 'months' | 'seconds',
  step: number,
): { readonly day: Day; readonly clock: number } {
  switch (unit) {
    case 'days':
      return { day: dayFromNumber(dayNumber(day) + step), clock };
    case 'months':
      return { day: addMonths(day, step), clock };
    case 'seconds': {
      const days = Math.floor((clock + step) / secondsOfDay);
      return { day: dayFromNumber(dayNumber(day) + days), clock: clock + step - days * secondsOfDay };
    }
  }
}
