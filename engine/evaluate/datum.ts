import type { NumericType, Type } from '../ir/type.ts';
import type { Value } from '../ir/value.ts';
import { compareText } from '../value/compare.ts';
import { fromDigits, order, toDigits, type Ratio } from './ratio.ts';

type Scalar = Exclude<
  Value,
  { is: 'number' | 'percent' | 'money' | 'quantity' | 'duration' | 'no-duration' | 'list' | 'record' }
>;

/** A value in the form that this evaluator computes with. */
export type Datum =
  | Amount
  | { readonly is: 'no-duration' }
  | { readonly is: 'list'; readonly items: readonly Datum[] }
  | RecordDatum
  | Scalar;

export interface Amount {
  readonly is: 'amount';
  readonly type: NumericType;
  readonly ratio: Ratio;
  /** As people read it, once somebody has asked. A datum belongs to one program, whose units are meant. */
  text: string | undefined;
}

export interface RecordDatum {
  readonly is: 'record';
  readonly fields: Readonly<Record<string, Datum>>;
  /** The element of a list fact that it is, so that a field that was not given can be named. */
  readonly element?: Element;
}
export interface Element {
  readonly fact: string;
  /** `promoters[1]` */
  readonly place: string;
}

const [yes, no]: readonly [Datum, Datum] = [
  { is: 'boolean', truth: true },
  { is: 'boolean', truth: false },
];

export function truth(is: boolean): Datum {
  return is ? yes : no;
}

/** A number as an amount of the type. */
export function amount(ratio: Ratio, type: Type): Amount {
  switch (type.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return { is: 'amount', type, ratio, text: undefined };
    default:
      throw new Error(`an amount of type ${type.is}`);
  }
}

/** Reads a value; elements of the list fact `fact` remember where they stand. */
export function fromValue(value: Value, fact?: string): Datum {
  switch (value.is) {
    case 'number':
    case 'percent':
      return { is: 'amount', type: { is: value.is }, ratio: fromDigits(value.digits), text: undefined };
    case 'money':
      return {
        is: 'amount',
        type: { is: 'money', currency: value.currency },
        ratio: fromDigits(value.digits),
        text: undefined,
      };
    case 'quantity':
      return {
        is: 'amount',
        type: { is: 'quantity', unit: value.unit },
        ratio: fromDigits(value.digits),
        text: undefined,
      };
    case 'duration':
      return {
        is: 'amount',
        type: { is: 'duration', family: value.family },
        ratio: fromDigits(value.digits),
        text: undefined,
      };
    case 'list':
      return { is: 'list', items: value.items.map((item, i) => elementOf(fromValue(item), fact, i + 1)) };
    case 'record': {
      const fields = Object.entries(value.fields).map(([name, field]) => [name, fromValue(field)]);
      return { is: 'record', fields: Object.fromEntries(fields) as Record<string, Datum> };
    }
    default:
      return value;
  }
}

function elementOf(datum: Datum, fact: string | undefined, position: number): Datum {
  if (fact === undefined || datum.is !== 'record') return datum;
  return { ...datum, element: { fact, place: `${fact}[${position}]` } };
}

export function toValue(datum: Datum): Value {
  switch (datum.is) {
    case 'amount':
      return { ...datum.type, digits: toDigits(datum.ratio) };
    case 'list':
      return { is: 'list', items: datum.items.map(toValue) };
    case 'record': {
      const fields = Object.entries(datum.fields).map(([name, field]) => [name, toValue(field)]);
      return { is: 'record', fields: Object.fromEntries(fields) as Record<string, Value> };
    }
    default:
      return datum;
  }
}

export function same(a: Datum, b: Datum): boolean {
  switch (a.is) {
    case 'amount':
      return b.is === 'amount' && order(a.ratio, b.ratio) === 0;
    case 'no-duration':
      return b.is === 'no-duration';
    case 'list':
      return (
        b.is === 'list' && a.items.length === b.items.length && a.items.every((item, i) => sameAs(item, b.items[i]))
      );
    case 'record': {
      if (b.is !== 'record') return false;
      const names = Object.keys(a.fields);
      return (
        names.length === Object.keys(b.fields).length && names.every((name) => sameAs(a.fields[name], b.fields[name]))
      );
    }
    case 'text':
      return b.is === 'text' && a.text === b.text;
    case 'boolean':
      return b.is === 'boolean' && a.truth === b.truth;
    case 'member':
    case 'post':
      return b.is === a.is && a.name === b.name;
    case 'date':
    case 'time':
    case 'date-time':
      return b.is === a.is && a.iso === b.iso;
    case 'invalid':
      return false;
  }
}

function sameAs(a: Datum | undefined, b: Datum | undefined): boolean {
  return a !== undefined && b !== undefined && same(a, b);
}

/** Negative, zero or positive; undefined where `none` is met, which stands in no order. */
export function compare(a: Datum, b: Datum): number | undefined {
  if (a.is === 'no-duration' || b.is === 'no-duration') return undefined;
  if (a.is === 'amount' && b.is === 'amount') return order(a.ratio, b.ratio);
  if ('iso' in a && 'iso' in b) return a.iso < b.iso ? -1 : a.iso > b.iso ? 1 : 0;
  if (a.is === 'text' && b.is === 'text') return compareText(a.text, b.text);
  throw new Error(`no order between ${a.is} and ${b.is}`);
}
