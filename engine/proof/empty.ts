import type { Bound, Range } from '../ir/ir.ts';
import { compareExact, type Exact } from '../value/exact.ts';
import { positionOf } from './line.ts';

/** Does the range hold no value at all, whatever is possible? `[50 .. 30]`, `(30 .. 30]`, `{}`. */
export function holdsNothing(range: Range): boolean {
  switch (range.range) {
    case 'any':
    case 'list':
      return false;
    case 'set':
      return range.items.length === 0 && !range.none;
    case 'interval': {
      const [low, high] = [placeOf(range.low), placeOf(range.high)];
      if (low === undefined || high === undefined) return false;
      const order = compareExact(low, high);
      return order > 0 || (order === 0 && (range.low?.open === true || range.high?.open === true));
    }
  }
}

/** Where an end lies; undefined when there is none or it has to be computed. */
export function placeOf(bound: Bound | undefined): Exact | undefined {
  return bound?.at.op === 'literal' ? positionOf(bound.at.value) : undefined;
}
