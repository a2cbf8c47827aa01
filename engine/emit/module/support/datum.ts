import type { FieldRule } from '../../../ir/program.ts';
import type { Type } from '../../../ir/type.ts';
import type { Value } from '../../../ir/value.ts';
import { compareText } from '../../../value/compare.ts';
import { compareExact, exactDigits, parseExact, type Exact } from '../../../value/exact.ts';

/** A value while it is computed with: numbers of every unit are exact ratios; dates, members, posts and texts are strings. */
export type Datum = Exact | boolean | string | typeof noLength | readonly Datum[] | RecordDatum | Invalid;
type Invalid = Extract<Value, { is: 'invalid' }>;

/** The duration `none`. */
export const noLength: unique symbol = Symbol('none');

export interface RecordDatum {
  readonly fields: ReadonlyMap<string, Datum>;
  /** Of an element of a fact: where it stands (`promoters[1]`), and what holds for its fields. */
  readonly place?: string;
  readonly rules?: Readonly<Record<string, FieldRule>>;
}

export function datumOf(value: Value): Datum {
  switch (value.is) {
    case 'no-duration':
      return noLength;
    case 'date':
    case 'time':
    case 'date-time':
      return value.iso;
    case 'text':
      return value.text;
    case 'boolean':
      return value.truth;
    case 'member':
    case 'post':
      return value.name;
    case 'list':
      return value.items.map(datumOf);
    case 'record':
      return recordDatum(value.fields);
    case 'invalid':
      return value;
    default:
      return parseExact(value.digits);
  }
}

export function recordDatum(fields: Readonly<Record<string, Value>>): RecordDatum {
  return { fields: new Map(Object.entries(fields).map(([name, field]) => [name, datumOf(field)])) };
}

/** Back to a value with its unit, which the static type has kept. */
export function valueOf(datum: Datum, type: Type): Value {
  if (datum === noLength) return { is: 'no-duration' };
  if (typeof datum === 'boolean') return { is: 'boolean', truth: datum };
  if (typeof datum === 'string') return wordOf(datum, type);
  if (isList(datum)) {
    const of: Type = type.is === 'list' ? type.of : { is: 'unknown' };
    return { is: 'list', items: datum.map((item) => valueOf(item, of)) };
  }
  if ('top' in datum) return numberOf(exactDigits(datum), type);
  if ('is' in datum) return datum;
  const types: Readonly<Record<string, Type>> = type.is === 'record' ? type.fields : {};
  const fields = [...datum.fields].map(([name, field]): [string, Value] => [
    name,
    valueOf(field, types[name] ?? { is: 'unknown' }),
  ]);
  return { is: 'record', fields: Object.fromEntries(fields) };
}

function wordOf(word: string, type: Type): Value {
  switch (type.is) {
    case 'date':
    case 'time':
    case 'date-time':
      return { is: type.is, iso: word };
    case 'enumeration':
      return { is: 'member', enumeration: type.name, name: word };
    case 'post':
      return { is: 'post', scope: type.scope, name: word };
    default:
      return { is: 'text', text: word };
  }
}

function numberOf(digits: string, type: Type): Value {
  switch (type.is) {
    case 'percent':
      return { is: 'percent', digits };
    case 'money':
      return { is: 'money', digits, currency: type.currency };
    case 'quantity':
      return { is: 'quantity', digits, unit: type.unit };
    case 'duration':
      return { is: 'duration', digits, family: type.family };
    default:
      return { is: 'number', digits };
  }
}

export function isList(datum: Datum | undefined): datum is readonly Datum[] {
  return Array.isArray(datum);
}

export function isNumber(datum: Datum | undefined): datum is Exact {
  return typeof datum === 'object' && 'top' in datum;
}

export function isInvalid(datum: Datum): datum is Invalid {
  return typeof datum === 'object' && 'is' in datum;
}

export function isRecord(datum: Datum | undefined): datum is RecordDatum {
  return typeof datum === 'object' && 'fields' in datum;
}

/** Equality of two values of one type; lists and records are equal part by part, and what is invalid equals nothing. */
export function same(a: Datum | undefined, b: Datum | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (isNumber(a)) return isNumber(b) && a.top === b.top && a.bottom === b.bottom;
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (isRecord(a)) {
    if (!isRecord(b) || a.fields.size !== b.fields.size) return false;
    return [...a.fields].every(([name, field]) => same(field, b.fields.get(name)));
  }
  return a === b && !isInvalid(a);
}

/** Negative, zero or positive; undefined for `none`, which stands in no order. */
export function order(a: Datum | undefined, b: Datum | undefined): number | undefined {
  if (isNumber(a) && isNumber(b)) return compareExact(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return undefined;
}
