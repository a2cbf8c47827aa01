import { clockOf, dayFromNumber, dayNumber, dayOf, isoOf, secondsOf } from '../../evaluate/calendar.ts';
import type { Type } from '../../ir/type.ts';
import type { Value } from '../../ir/value.ts';
import { exact, exactDigits, parseExact, type Exact } from '../../value/exact.ts';

const secondsOfDay = 86_400;

/** Where a value stands on its scale: amounts by their number, dates by days, times and moments by seconds. */
export function positionOf(value: Value): Exact | undefined {
  switch (value.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return parseExact(value.digits);
    case 'date':
      return whole(dayNumber(dayOf(value.iso)));
    case 'time':
      return whole(secondsOf(value.iso));
    case 'date-time':
      return whole(dayNumber(dayOf(value.iso)) * secondsOfDay + secondsOf(value.iso.slice(11)));
    default:
      return undefined;
  }
}

/** The value of the type that stands there; undefined off the calendar or off the grid of dates. */
export function valueAt(position: Exact, type: Type): Value | undefined {
  const digits = exactDigits(position);
  switch (type.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return { ...type, digits };
    case 'date':
    case 'time':
    case 'date-time':
      return position.bottom === 1n ? moment(Number(position.top), type.is) : undefined;
    default:
      return undefined;
  }
}

function moment(place: number, is: 'date' | 'time' | 'date-time'): Value | undefined {
  if (is === 'time') return place < 0 || place >= secondsOfDay ? undefined : { is, iso: clockOf(place) };
  const days = is === 'date' ? place : Math.floor(place / secondsOfDay);
  const iso = isoOf(dayFromNumber(days));
  if (iso === undefined) return undefined;
  return is === 'date' ? { is, iso } : { is, iso: `${iso}T${clockOf(place - days * secondsOfDay)}` };
}

export function whole(count: number): Exact {
  return exact(BigInt(count), 1n);
}

export function sum(a: Exact, b: Exact): Exact {
  return exact(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function negated({ top, bottom }: Exact): Exact {
  return { top: -top, bottom };
}
