import type { Type } from '../ir/type.ts';
import type { Span } from '../source/span.ts';
import { numberTooLong } from '../value/failures.ts';
import { emptyList, noDuration } from '../value/reasons.ts';
import { amount, compare, type Datum } from './datum.ts';
import { determined, undetermined, type Found } from './found.ts';
import { isTooLong, over, plus, whole, zero, type Ratio } from './ratio.ts';

/** What values come to: those of a list's elements, or of the rows of a `collect` table. */
export function collected(
  operator: 'sum' | 'count' | 'min' | 'max' | 'average' | 'list',
  values: readonly Datum[],
  type: Type,
  origin: Span,
): Found {
  const number = (ratio: Ratio): Found => (isTooLong(ratio) ? numberTooLong(origin) : determined(amount(ratio, type)));
  switch (operator) {
    case 'count':
      return number(whole(values.length));
    case 'list':
      return determined({ is: 'list', items: values });
    case 'min':
      return extreme(values, -1);
    case 'max':
      return extreme(values, 1);
    case 'sum':
    case 'average': {
      if (operator === 'average' && values.length === 0) return undetermined(emptyList);
      if (values.some(({ is }) => is === 'no-duration')) return undetermined(noDuration);
      const total = values.reduce((sum, value) => plus(sum, ratioOf(value)), zero);
      return number(operator === 'sum' ? total : over(total, whole(values.length)));
    }
  }
}

/** The greatest for the sign 1, the smallest for -1. */
export function extreme(values: readonly Datum[], sign: 1 | -1): Found {
  const [first, ...rest] = values;
  if (first === undefined) return undetermined(emptyList);
  if (values.some(({ is }) => is === 'no-duration')) return undetermined(noDuration);
  return determined(rest.reduce((best, value) => (sign * (compare(value, best) ?? 0) > 0 ? value : best), first));
}

function ratioOf(datum: Datum): Ratio {
  if (datum.is !== 'amount') throw new Error(`${datum.is} in a sum`);
  return datum.ratio;
}
