import type { Bound, Comparison, Ir, Range } from '../../ir/ir.ts';
import { noDuration as withoutOrder } from '../../value/reasons.ts';
import { compareData, isList, sameDatum, type Datum } from './datum.ts';
import { determined, undetermined, type Result } from './result.ts';
import { pair } from './sorts.ts';
import { strict, type Exact, type Unit } from './unit.ts';

/** Does the value lie in the range? `any` does not even read it. */
export function within(value: Exact, range: Range, unit: Unit): Exact {
  switch (range.range) {
    case 'any':
      return () => determined(true);
    case 'interval':
      return strict([value, ...boundsOf(range).map(unit.compile)], ([datum, ...ends]) =>
        datum === undefined ? determined(false) : truth(liesBetween(datum, range, ends)),
      );
    case 'set':
      return strict([value, ...range.items.map(unit.compile)], ([datum, ...items]) =>
        determined(isAmong(datum, items) !== range.none),
      );
    case 'list':
      return strict([value, unit.compile(range.list)], ([datum, list]) =>
        determined(list !== undefined && isList(list) && isAmong(datum, list)),
      );
  }
}

export type Interval = Extract<Range, { range: 'interval' }>;

/** The bounds that an interval has, the low one first. */
export function boundsOf({ low, high }: Interval): readonly Ir[] {
  return [low, high].flatMap((bound: Bound | undefined) => (bound === undefined ? [] : [bound.at]));
}

/** `ends` are the values of the bounds that the interval has; undefined where `none` stands in no order. */
export function liesBetween(datum: Datum, interval: Interval, ends: readonly Datum[]): boolean | undefined {
  const { low, high } = endsOf(interval, ends);
  const above = low === undefined ? 1 : compareData(datum, low);
  const below = high === undefined ? 1 : compareData(high, datum);
  if (above === undefined || below === undefined) return undefined;
  return (
    (interval.low?.open === true ? above > 0 : above >= 0) && (interval.high?.open === true ? below > 0 : below >= 0)
  );
}

/** The values of the bounds in their places. */
export function endsOf(
  interval: Interval,
  ends: readonly Datum[],
): { readonly low: Datum | undefined; readonly high: Datum | undefined } {
  return {
    low: interval.low === undefined ? undefined : ends[0],
    high: interval.high === undefined ? undefined : ends.at(-1),
  };
}

export function isAmong(datum: Datum | undefined, items: readonly Datum[]): boolean {
  return datum !== undefined && items.some((item) => sameDatum(item, datum));
}

/** Two values of one type held against each other. */
export function compare(comparison: Comparison, left: Exact, right: Exact): Exact {
  return strict([left, right], (values) => {
    const [a, b] = pair(values);
    switch (comparison) {
      case '=':
        return determined(sameDatum(a, b));
      case '!=':
        return determined(!sameDatum(a, b));
      default: {
        const order = compareData(a, b);
        return truth(order === undefined ? undefined : holds(comparison, order));
      }
    }
  });
}

/** Does it hold for a difference of this sign? */
export function holds(comparison: '<' | '<=' | '>' | '>=', order: number): boolean {
  switch (comparison) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function truth(value: boolean | undefined): Result {
  return value === undefined ? undetermined([withoutOrder]) : determined(value);
}
