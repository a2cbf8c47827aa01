import { expected } from '../../ir/expected.ts';
import { isList, isRational, isRecord, type Datum, type RecordDatum } from './datum.ts';
import type { Rational } from './rational.ts';

export const pair = ([a, b]: readonly Datum[]): readonly [Datum, Datum] => [expected<Datum>(a), expected<Datum>(b)];

/** Data of the sort that the types of nodes promise. */
export function numberOf(datum: Datum | undefined): Rational {
  return expected(datum !== undefined && isRational(datum) ? datum : undefined, 'a number');
}

export function textOf(datum: Datum | undefined): string {
  return expected(typeof datum === 'string' ? datum : undefined, 'a text or date');
}

export function itemsOf(datum: Datum | undefined): readonly Datum[] {
  return expected(datum !== undefined && isList(datum) ? datum : undefined, 'a list');
}

export function recordOf(datum: Datum | undefined): RecordDatum {
  return expected(datum !== undefined && isRecord(datum) ? datum : undefined, 'a record');
}
