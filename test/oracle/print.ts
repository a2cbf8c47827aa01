import type { Program } from '../../engine/ir/program.ts';
import type { DurationFamily } from '../../engine/ir/type.ts';
import { clockText, dayText } from './calendar.ts';
import { isWhole, order, over, times, whole, type Rational } from './rational.ts';
import { secondsOfDay, type Thing } from './value.ts';

/** The value as outcomes show it (end of engine/ir/README.md). */
export function printThing(thing: Thing, program: Program, inside = false): string {
  switch (thing.is) {
    case 'amount':
      return printAmount(thing, program);
    case 'no-duration':
      return 'none';
    case 'date':
      return dayText(thing.day);
    case 'time':
      return clockText(thing.seconds);
    case 'date-time': {
      const day = Math.floor(thing.seconds / secondsOfDay);
      return `${dayText(day)}T${clockText(thing.seconds - day * secondsOfDay)}`;
    }
    case 'text':
      return inside && !isPlainName(thing.text) ? `"${thing.text.replace(/["\\]/g, '\\$&')}"` : thing.text;
    case 'boolean':
      return String(thing.truth);
    case 'name':
      return thing.name;
    case 'list':
      return `[${thing.items.map((item) => printThing(item, program, true)).join(', ')}]`;
    case 'record':
      return `{${[...thing.fields].map(([name, field]) => `${name}: ${printThing(field, program, true)}`).join(', ')}}`;
    case 'invalid':
      return thing.code;
  }
}

function isPlainName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*([.-][\p{L}\p{N}_]+)*$/u.test(text) && !['true', 'false', 'none'].includes(text);
}

function printAmount({ type, number }: Extract<Thing, { is: 'amount' }>, program: Program): string {
  switch (type.is) {
    case 'number':
      return decimals(number, 0) ?? quotient(number);
    case 'percent': {
      const hundreds = decimals(times(number, whole(100)), 0);
      return hundreds === undefined ? `${quotient(number)} * 100%` : `${hundreds}%`;
    }
    case 'money':
      return withUnit(decimals(number, program.moneyDecimals), number, type.currency, type.currency);
    case 'quantity': {
      const [one = type.unit, many = one] = program.units[type.unit]?.en ?? [];
      return withUnit(decimals(number, 0), number, one, many);
    }
    case 'duration':
      return printDuration(number, type.family);
  }
}

function printDuration(number: Rational, family: DurationFamily): string {
  switch (family) {
    case 'days':
      return withUnit(decimals(number, 0), number, 'day', 'days');
    case 'months':
      return withUnit(decimals(number, 0), number, 'month', 'months');
    case 'minutes': {
      const hours = over(number, whole(60));
      return isWhole(hours)
        ? withUnit(decimals(hours, 0), hours, 'hour', 'hours')
        : withUnit(decimals(number, 0), number, 'minute', 'minutes');
    }
  }
}

function withUnit(digits: string | undefined, number: Rational, one: string, many: string): string {
  if (digits === undefined) return `${quotient(number)} * 1 ${one}`;
  const single = order(number, whole(1)) === 0 || order(number, whole(-1)) === 0;
  return `${digits} ${single ? one : many}`;
}

function quotient({ top, bottom }: Rational): string {
  return `${top}/${bottom}`;
}

/** Decimal text with at least so many decimals; undefined when it does not end. */
function decimals(number: Rational, least: number): string | undefined {
  let rest = number.bottom;
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime;
  if (rest !== 1n) return undefined;
  let places = least;
  while (!isWhole(times(number, rationalTen(places)))) places += 1;
  const units = times(number, rationalTen(places)).top;
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const point = digits.length - places;
  return `${units < 0n ? '-' : ''}${digits.slice(0, point)}${places === 0 ? '' : `.${digits.slice(point)}`}`;
}

function rationalTen(places: number): Rational {
  return { top: 10n ** BigInt(places), bottom: 1n };
}

export interface End {
  readonly thing: Thing;
  readonly open: boolean;
}

/** `[50 CNY .. 100 CNY]`, `< 30%`: amounts without padding, as a person writes a range. */
export function printInterval(low: End | undefined, high: End | undefined, program: Program): string {
  const text = ({ thing }: End): string => printUnpadded(thing, program);
  if (low !== undefined && high !== undefined) {
    return `${low.open ? '(' : '['}${text(low)} .. ${text(high)}${high.open ? ')' : ']'}`;
  }
  if (low !== undefined) return `${low.open ? '>' : '>='} ${text(low)}`;
  return high === undefined ? 'any' : `${high.open ? '<' : '<='} ${text(high)}`;
}

/** `{A, B}`, or `!= A`. */
export function printSet(items: readonly Thing[], none: boolean, program: Program): string {
  const texts = items.map((item) => printUnpadded(item, program)).join(', ');
  return none ? `!= ${texts}` : `{${texts}}`;
}

function printUnpadded(thing: Thing, program: Program): string {
  return printThing(thing, { ...program, moneyDecimals: 0 }, true);
}
