import type { NumericType, Type } from '../../engine/ir/type.ts';
import type { Value } from '../../engine/ir/value.ts';
import { dayNumber, secondsOf } from './calendar.ts';
import { fromDigits, order, type Rational } from './rational.ts';

/** What the oracle computes with. */
export type Thing =
  | { readonly is: 'amount'; readonly type: NumericType; readonly number: Rational }
  | { readonly is: 'no-duration' }
  /** Days since 1970-01-01. */
  | { readonly is: 'date'; readonly day: number }
  /** Seconds since midnight. */
  | { readonly is: 'time'; readonly seconds: number }
  | { readonly is: 'date-time'; readonly seconds: number }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'boolean'; readonly truth: boolean }
  /** An enumeration member or a post. */
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'list'; readonly items: readonly Thing[] }
  | { readonly is: 'record'; readonly fields: ReadonlyMap<string, Thing>; readonly element?: Element }
  | { readonly is: 'invalid'; readonly code: string };

/** Which element of which fact a record is, counted from 1. */
export interface Element {
  readonly fact: string;
  readonly position: number;
}

export const secondsOfDay = 86_400;

export function toThing(value: Value): Thing {
  switch (value.is) {
    case 'number':
    case 'percent':
      return { is: 'amount', type: { is: value.is }, number: fromDigits(value.digits) };
    case 'money':
      return { is: 'amount', type: { is: 'money', currency: value.currency }, number: fromDigits(value.digits) };
    case 'quantity':
      return { is: 'amount', type: { is: 'quantity', unit: value.unit }, number: fromDigits(value.digits) };
    case 'duration':
      return { is: 'amount', type: { is: 'duration', family: value.family }, number: fromDigits(value.digits) };
    case 'no-duration':
      return { is: 'no-duration' };
    case 'date':
      return { is: 'date', day: dayNumber(value.iso) };
    case 'time':
      return { is: 'time', seconds: secondsOf(value.iso) };
    case 'date-time': {
      const [date = '', clock = ''] = value.iso.split('T');
      return { is: 'date-time', seconds: dayNumber(date) * secondsOfDay + secondsOf(clock) };
    }
    case 'text':
      return { is: 'text', text: value.text };
    case 'boolean':
      return { is: 'boolean', truth: value.truth };
    case 'member':
    case 'post':
      return { is: 'name', name: value.name };
    case 'list':
      return { is: 'list', items: value.items.map(toThing) };
    case 'record':
      return {
        is: 'record',
        fields: new Map(Object.entries(value.fields).map(([name, field]) => [name, toThing(field)])),
      };
    case 'invalid':
      return { is: 'invalid', code: value.code };
  }
}

export function amount(number: Rational, type: Type): Thing {
  switch (type.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return { is: 'amount', type, number };
    default:
      throw new Error(`${type.is} is no amount`);
  }
}

export function truth(is: boolean): Thing {
  return { is: 'boolean', truth: is };
}

export function same(a: Thing, b: Thing): boolean {
  switch (a.is) {
    case 'amount':
      return b.is === 'amount' && order(a.number, b.number) === 0;
    case 'no-duration':
      return b.is === 'no-duration';
    case 'date':
      return b.is === 'date' && a.day === b.day;
    case 'time':
    case 'date-time':
      return b.is === a.is && a.seconds === b.seconds;
    case 'text':
      return b.is === 'text' && a.text === b.text;
    case 'boolean':
      return b.is === 'boolean' && a.truth === b.truth;
    case 'name':
      return b.is === 'name' && a.name === b.name;
    case 'list':
      return (
        b.is === 'list' && a.items.length === b.items.length && a.items.every((item, i) => same(item, b.items[i]!))
      );
    case 'record':
      return (
        b.is === 'record' &&
        a.fields.size === b.fields.size &&
        [...a.fields].every(([name, field]) => {
          const other = b.fields.get(name);
          return other !== undefined && same(field, other);
        })
      );
    case 'invalid':
      return false;
  }
}

/** Negative, 0 or positive; undefined where `none` is met, which stands in no order. */
export function compared(a: Thing, b: Thing): number | undefined {
  if (a.is === 'no-duration' || b.is === 'no-duration') return undefined;
  if (a.is === 'amount' && b.is === 'amount') return order(a.number, b.number);
  if (a.is === 'date' && b.is === 'date') return a.day - b.day;
  if ((a.is === 'time' || a.is === 'date-time') && b.is === a.is) return a.seconds - b.seconds;
  if (a.is === 'text' && b.is === 'text') return byCodePoint(a.text, b.text);
  throw new Error(`${a.is} and ${b.is} stand in no order`);
}

function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (const [i, character] of left.entries()) {
    const other = right[i];
    if (other === undefined) return 1;
    if (character !== other) return character.codePointAt(0)! - other.codePointAt(0)!;
  }
  return left.length - right.length;
}
