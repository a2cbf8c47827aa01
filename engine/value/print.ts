import type { Range } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import type { DurationFamily } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import { shiftDigits } from './digits.ts';
import { exact, exactDigits, parseExact } from './exact.ts';

/** What printing needs to know of a program. */
export type PrintWords = Pick<Program, 'moneyDecimals' | 'units'>;

/** The value as outcomes and cases show it, by the rules at the end of engine/ir/README.md. */
export function printValue(value: Value, words: PrintWords): string {
  return print(value, { words, inside: false, padded: true });
}

/** An end of a range that is already known; `undefined` where the range has none. */
export interface RangeEnd {
  readonly value: Value;
  readonly open: boolean;
}

/** `[50 CNY .. 100 CNY]`, `< 30%`: amounts in their shortest form, as a person writes a range. */
export function printInterval(low: RangeEnd | undefined, high: RangeEnd | undefined, words: PrintWords): string {
  const text = ({ value }: RangeEnd): string => print(value, { words, inside: true, padded: false });
  if (low !== undefined && high !== undefined) {
    return `${low.open ? '(' : '['}${text(low)} .. ${text(high)}${high.open ? ')' : ']'}`;
  }
  if (low !== undefined) return `${low.open ? '>' : '>='} ${text(low)}`;
  return high === undefined ? 'any' : `${high.open ? '<' : '<='} ${text(high)}`;
}

/** `{A, B}`, or `!= A` for none of them. */
export function printSet(items: readonly Value[], none: boolean, words: PrintWords): string {
  const texts = items.map((value) => print(value, { words, inside: true, padded: false })).join(', ');
  return none ? `!= ${texts}` : `{${texts}}`;
}

/** A range whose bounds are literals, such as a fact's. */
export function printRange(range: Range, words: PrintWords): string {
  switch (range.range) {
    case 'any':
      return 'any';
    case 'interval': {
      const end = (bound: typeof range.low): RangeEnd | undefined =>
        bound?.at.op === 'literal' ? { value: bound.at.value, open: bound.open } : undefined;
      return printInterval(end(range.low), end(range.high), words);
    }
    case 'set':
      return printSet(
        range.items.flatMap((item) => (item.op === 'literal' ? [item.value] : [])),
        range.none,
        words,
      );
    case 'list':
      return 'any';
  }
}

interface Manner {
  readonly words: PrintWords;
  /** Within a list, record or range, where a text that is no plain name is quoted. */
  readonly inside: boolean;
  /** Money with the manifest's decimals. */
  readonly padded: boolean;
}

function print(value: Value, manner: Manner): string {
  const { words } = manner;
  switch (value.is) {
    case 'number':
      return canonical(value.digits);
    case 'percent':
      return percentText(value.digits);
    case 'money':
      return moneyText(value.digits, value.currency, manner);
    case 'quantity': {
      const [one = value.unit, many = one] = words.units[value.unit]?.en ?? [];
      return withUnit(canonical(value.digits), one, many);
    }
    case 'duration':
      return durationText(canonical(value.digits), value.family);
    case 'no-duration':
      return 'none';
    case 'date':
      return value.iso;
    case 'time':
      return withoutSeconds(value.iso);
    case 'date-time':
      return withoutSeconds(value.iso);
    case 'text':
      return manner.inside && !isPlainName(value.text) ? quoted(value.text) : value.text;
    case 'boolean':
      return String(value.truth);
    case 'member':
    case 'post':
      return value.name;
    case 'list':
      return `[${value.items.map((item) => print(item, { ...manner, inside: true })).join(', ')}]`;
    case 'record': {
      const fields = Object.entries(value.fields);
      return `{${fields.map(([name, field]) => `${name}: ${print(field, { ...manner, inside: true })}`).join(', ')}}`;
    }
    case 'invalid':
      return value.code;
  }
}

/** Digits as people read them: no needless zeros, a quotient in lowest terms. */
function canonical(digits: string): string {
  return digits.includes('/') ? exactDigits(parseExact(digits)) : shiftDigits(digits, 0);
}

function percentText(digits: string): string {
  if (!digits.includes('/')) return `${shiftDigits(digits, 2)}%`;
  const { top, bottom } = parseExact(digits);
  const hundreds = exactDigits(exact(top * 100n, bottom));
  return hundreds.includes('/') ? `${exactDigits({ top, bottom })} * 100%` : `${hundreds}%`;
}

function moneyText(digits: string, currency: string, { words, padded }: Manner): string {
  const shortest = canonical(digits);
  if (!padded || words.moneyDecimals === 0 || shortest.includes('/')) return withUnit(shortest, currency, currency);
  const [whole = '0', part = ''] = shortest.split('.');
  return `${whole}.${part.padEnd(words.moneyDecimals, '0')} ${currency}`;
}

function durationText(digits: string, family: DurationFamily): string {
  switch (family) {
    case 'days':
      return withUnit(digits, 'day', 'days');
    case 'months':
      return withUnit(digits, 'month', 'months');
    case 'minutes': {
      const hours = /^-?\d+$/.test(digits) && BigInt(digits) % 60n === 0n ? BigInt(digits) / 60n : undefined;
      return hours === undefined ? withUnit(digits, 'minute', 'minutes') : withUnit(`${hours}`, 'hour', 'hours');
    }
  }
}

function withUnit(digits: string, one: string, many: string): string {
  if (digits.includes('/')) return `${digits} * 1 ${one}`;
  return `${digits} ${digits === '1' || digits === '-1' ? one : many}`;
}

function withoutSeconds(iso: string): string {
  return iso.endsWith(':00') ? iso.slice(0, -3) : iso;
}

const wordsOfTheLanguage = ['true', 'false', 'none'];

function isPlainName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*([.-][\p{L}\p{N}_]+)*$/u.test(text) && !wordsOfTheLanguage.includes(text);
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
