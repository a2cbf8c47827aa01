import type { FieldRule } from '../../ir/program.ts';
import { isNumeric, type Type } from '../../ir/type.ts';
import type { Value } from '../../ir/value.ts';
import { compareExact, exactDigits, parseExact } from '../../value/exact.ts';
import type { Rational } from './rational.ts';

/**
 * A value at run time, without its static type: numbers of every unit are rationals; dates, times, members, posts and texts
 * are strings. Something invalid may stand in a list or record until somebody reads it.
 */
export type Datum = Rational | boolean | string | NoDuration | readonly Datum[] | RecordDatum | Invalid;

/** The duration `none`. */
export const noDuration: unique symbol = Symbol('none');
type NoDuration = typeof noDuration;

export interface RecordDatum {
  readonly fields: ReadonlyMap<string, Datum>;
  /** Of an element of a fact: where it stands (`promoters[1]`), and what holds for its fields. */
  readonly place?: string;
  readonly rules?: Readonly<Record<string, FieldRule>>;
}
export type Invalid = Extract<Value, { is: 'invalid' }>;

/** Turns a value into its form at run time. */
export function datumOf(value: Value): Datum {
  switch (value.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return parseExact(value.digits);
    case 'no-duration':
      return noDuration;
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
      return { fields: fieldsOf(value.fields) };
    case 'invalid':
      return value;
  }
}

/** The same for the value of a fact: the elements of its list know their place. */
export function factDatum(name: string, value: Value, rules: Readonly<Record<string, FieldRule>> | undefined): Datum {
  if (value.is !== 'list') return datumOf(value);
  return value.items.map((item, index) =>
    item.is === 'record'
      ? { fields: fieldsOf(item.fields), place: `${name}[${index + 1}]`, ...(rules === undefined ? {} : { rules }) }
      : datumOf(item),
  );
}

function fieldsOf(fields: Readonly<Record<string, Value>>): ReadonlyMap<string, Datum> {
  return new Map(Object.entries(fields).map(([name, field]) => [name, datumOf(field)]));
}

/** Back to plain data, with the type that was kept aside. */
export function valueOf(datum: Datum, type: Type): Value {
  if (datum === noDuration) return { is: 'no-duration' };
  if (typeof datum === 'boolean') return { is: 'boolean', truth: datum };
  if (typeof datum === 'string') return wordValue(datum, type);
  if (isList(datum)) {
    const of: Type = type.is === 'list' ? type.of : { is: 'unknown' };
    return { is: 'list', items: datum.map((item) => valueOf(item, of)) };
  }
  if ('top' in datum) return numberValue(exactDigits(datum), type);
  if ('is' in datum) return datum;
  const types: Readonly<Record<string, Type>> = type.is === 'record' ? type.fields : {};
  const fields = [...datum.fields].map(([name, field]) => [name, valueOf(field, types[name] ?? { is: 'unknown' })]);
  return { is: 'record', fields: Object.fromEntries(fields) as Record<string, Value> };
}

function wordValue(word: string, type: Type): Value {
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

/** A number with the unit that its type says. */
export function numberValue(digits: string, type: Type): Value {
  return isNumeric(type) ? { ...type, digits } : { is: 'number', digits };
}

export function isList(datum: Datum): datum is readonly Datum[] {
  return Array.isArray(datum);
}

export function isRecord(datum: Datum): datum is RecordDatum {
  return typeof datum === 'object' && 'fields' in datum;
}

export function isInvalid(datum: Datum): datum is Invalid {
  return typeof datum === 'object' && 'is' in datum;
}

export function isRational(datum: Datum): datum is Rational {
  return typeof datum === 'object' && 'top' in datum;
}

/** Equality of two values of one type; lists and records are equal part by part. */
export function sameDatum(a: Datum, b: Datum): boolean {
  if (isRational(a)) return isRational(b) && a.top === b.top && a.bottom === b.bottom;
  if (isList(a)) {
    return isList(b) && a.length === b.length && a.every((item, i) => b[i] !== undefined && sameDatum(item, b[i]));
  }
  if (isRecord(a)) {
    if (!isRecord(b) || a.fields.size !== b.fields.size) return false;
    return [...a.fields].every(([name, field]) => {
      const other = b.fields.get(name);
      return other !== undefined && sameDatum(field, other);
    });
  }
  return a === b && !isInvalid(a);
}

/** Negative, zero or positive; undefined when one is `none`, which stands in no order. */
export function compareData(a: Datum, b: Datum): number | undefined {
  if (isRational(a) && isRational(b)) return compareExact(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareByCodePoint(a, b);
  if (a === noDuration || b === noDuration) return undefined;
  throw new Error('values without an order were compared');
}

/** The same where nothing is `none`. */
export function order(a: Datum, b: Datum): number {
  return compareData(a, b) ?? 0;
}

/** JavaScript's own `<` looks at UTF-16 units, which puts the rarer characters in the wrong place. */
function compareByCodePoint(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(i)) i += 1;
  // Where only the second halves of two pairs differ, their first halves are the same and the halves themselves decide.
  return (a.codePointAt(i) ?? -1) - (b.codePointAt(i) ?? -1);
}
