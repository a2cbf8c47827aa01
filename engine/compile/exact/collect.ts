import type { AggregateOperator } from '../../ir/ir.ts';
import { emptyList, noDuration as withoutOrder } from '../../value/reasons.ts';
import { isRational, noDuration, order, type Datum } from './datum.ts';
import { add, divide, whole, zero, type Rational } from './rational.ts';
import { determined, undetermined, type Result } from './result.ts';

/** What a list of values comes to; also what the rows of a `collect` table do. */
export function collected(
  operator: Exclude<AggregateOperator, 'any' | 'all' | 'first'>,
  values: readonly Datum[],
): Result {
  switch (operator) {
    case 'count':
      return determined(whole(values.length));
    case 'list':
      return determined(values);
    case 'sum':
      return values.includes(noDuration) ? undetermined([withoutOrder]) : determined(total(values));
    case 'average':
      if (values.length === 0) return undetermined([emptyList]);
      if (values.includes(noDuration)) return undetermined([withoutOrder]);
      return determined(divide(total(values), whole(values.length)));
    case 'min':
      return extreme(values, -1);
    case 'max':
      return extreme(values, 1);
  }
}

/** The greatest value for sign 1, the smallest for −1. */
export function extreme(values: readonly Datum[], sign: 1 | -1): Result {
  const [start] = values;
  if (start === undefined) return undetermined([emptyList]);
  if (values.includes(noDuration)) return undetermined([withoutOrder]);
  return determined(values.reduce((best, value) => (sign * order(value, best) > 0 ? value : best), start));
}

function total(values: readonly Datum[]): Rational {
  return values.reduce<Rational>((sum, value) => (isRational(value) ? add(sum, value) : sum), zero);
}
