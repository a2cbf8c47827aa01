import type { Bound } from '../ir/ir.ts';
import type { Type } from '../ir/type.ts';
import type { ReadWords } from '../value/invalid.ts';
import { readValue } from '../value/read.ts';
import { unitsOf } from './slots.ts';

/** What may stand behind the digits of a number in its plainest form, the usual one first; a type without such a form has none. */
export function unitsBehind(type: Type, words: ReadWords): readonly string[] {
  switch (type.is) {
    case 'number':
      return [''];
    case 'percent':
      return ['%'];
    case 'money':
      return type.currency === words.currency ? [` ${type.currency}`] : [];
    case 'quantity':
      // Of “40 E10” the reader says that it has an exponent.
      return (words.units[type.unit]?.en ?? [])
        .map((unit) => ` ${unit}`)
        .filter((unit) => unitsOf(readValue(`7${unit}`, type, words), 0) === 7)
        .toReversed();
    case 'duration':
      return [` ${type.family}`];
    default:
      return [];
  }
}

/** An end of a range in units of the scale, ±Infinity where there is none; an open one lies a unit further in. NaN: not fixed, or too long. */
export function endOf(bound: Bound | undefined, scale: number, inwards: 1 | -1): number {
  if (bound === undefined) return -inwards * Infinity;
  if (bound.at.op !== 'literal') return NaN;
  return unitsOf(bound.at.value, scale) + (bound.open ? inwards : 0);
}
