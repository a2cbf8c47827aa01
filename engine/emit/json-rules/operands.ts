import type { Compare, Ir, Range, Within } from '../../ir/ir.ts';
import { rangeParts } from '../../ir/walk.ts';
import { crossed, familyOf, type Family } from './crossing.ts';

/**
 * What json-rules-engine compares, part by part. Nothing where it cannot: a side that does not cross, a computed set, two
 * written values; the engine then works out the comparison as a whole.
 */
export function operandsOf(ir: Compare | Within): readonly Ir[] | undefined {
  if (ir.op === 'compare') {
    const { left, right } = ir;
    const family = familyOf(left.type);
    const compares = family !== undefined && familyOf(right.type) === family;
    return compares && (left.op !== 'literal' || right.op !== 'literal') ? [left, right] : undefined;
  }
  const { value, range } = ir;
  if (range.range === 'any') return [];
  const family = familyOf(value.type);
  if (family === undefined || value.op === 'literal') return undefined;
  return isCompared(range, family) ? [value, ...rangeParts(range)] : undefined;
}

function isCompared(range: Range, family: Family): boolean {
  const written = rangeParts(range).every((part) => part.op === 'literal' && crossed(part.value) !== undefined);
  switch (range.range) {
    case 'set':
      return written;
    case 'interval':
      return written ? family !== 'text' && family !== 'is' : family === 'dec' || family === 'iso';
    default:
      return false;
  }
}

/** A cell that asks whether its column is true, or false, is that condition itself. */
export function askedTruth(range: Range): boolean | undefined {
  if (range.range !== 'set' || range.items.length !== 1) return undefined;
  const [item] = range.items;
  if (item?.op !== 'literal' || item.value.is !== 'boolean') return undefined;
  return item.value.truth !== range.none;
}
