import type { Bound, Range } from '../ir/ir.ts';
import type { Value } from '../ir/value.ts';
import { compareExact, fractionOf, type Exact } from './exact.ts';

/** Equal by meaning: `0.50` is `0.5`. Records are equal when the same fields are given with equal values. */
export function sameValue(a: Value, b: Value): boolean {
  switch (a.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return b.is === a.is && compareExact(fractionOf(a.digits), fractionOf(b.digits)) === 0;
    case 'no-duration':
      return b.is === 'no-duration';
    case 'date':
    case 'time':
    case 'date-time':
      return b.is === a.is && a.iso === b.iso;
    case 'text':
      return b.is === 'text' && a.text === b.text;
    case 'boolean':
      return b.is === 'boolean' && a.truth === b.truth;
    case 'member':
    case 'post':
      return b.is === a.is && a.name === b.name;
    case 'list':
      return (
        b.is === 'list' &&
        a.items.length === b.items.length &&
        a.items.every((item, i) => {
          const other = b.items[i];
          return other !== undefined && sameValue(item, other);
        })
      );
    case 'record': {
      if (b.is !== 'record') return false;
      const names = Object.keys(a.fields);
      return (
        names.length === Object.keys(b.fields).length &&
        names.every((name) => {
          const [mine, other] = [a.fields[name], b.fields[name]];
          return mine !== undefined && other !== undefined && sameValue(mine, other);
        })
      );
    }
    case 'invalid':
      return false;
  }
}

/** Is the value inside a range whose bounds are literals? `none` among durations is in every interval: it has no order. */
export function isInside(value: Value, range: Range): boolean {
  switch (range.range) {
    case 'any':
    case 'list':
      return true;
    case 'interval': {
      // A list's range is about its elements.
      if (value.is === 'list') return value.items.every((item) => isInside(item, range));
      const { low, high } = range;
      const number = 'digits' in value ? fractionOf(value.digits) : undefined;
      return reaches(value, number, low, 1) && reaches(value, number, high, -1);
    }
    case 'set':
      if (value.is === 'list') return value.items.every((item) => isInside(item, range));
      return range.items.some((item) => item.op === 'literal' && sameValue(item.value, value)) !== range.none;
  }
}

/** Is the value beyond an end, upwards (1) or downwards (−1)? One that stands in no order to it is in every range. */
function reaches(value: Value, number: Exact | undefined, end: Bound | undefined, sign: 1 | -1): boolean {
  const order = end?.at.op === 'literal' ? orderOf(value, number, end.at.value) : undefined;
  return order === undefined || (end?.open === true ? sign * order > 0 : sign * order >= 0);
}

const ends = new WeakMap<Value, Exact>();

/** The end of a range, which is the same for all that is held against it. */
function endOf(value: Value & { readonly digits: string }): Exact {
  const before = ends.get(value);
  if (before !== undefined) return before;
  const read = fractionOf(value.digits);
  ends.set(value, read);
  return read;
}

/** Negative, zero or positive; undefined where a value and the end of a range stand in no order. */
function orderOf(a: Value, number: Exact | undefined, b: Value): number | undefined {
  if (number !== undefined && 'digits' in b) return compareExact(number, endOf(b));
  if ('iso' in a && 'iso' in b) return a.iso < b.iso ? -1 : a.iso > b.iso ? 1 : 0;
  if (a.is === 'text' && b.is === 'text') return compareText(a.text, b.text);
  return undefined;
}

/** By code point (semantics 4.5); JavaScript's own order is by UTF-16 unit, which puts emoji before `￥`. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((character, i) => character !== right[i]);
  if (at < 0) return -1;
  return (left[at]?.codePointAt(0) ?? -1) < (right[at]?.codePointAt(0) ?? -1) ? -1 : 1;
}
