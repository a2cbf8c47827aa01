import type { Range } from '../ir/ir.ts';
import type { Value } from '../ir/value.ts';
import { compareExact, parseExact } from './exact.ts';

/** Equal by meaning: `0.50` is `0.5`. Records are equal when the same fields are given with equal values. */
export function sameValue(a: Value, b: Value): boolean {
  switch (a.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return b.is === a.is && compareExact(parseExact(a.digits), parseExact(b.digits)) === 0;
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
      const fromLow = low?.at.op === 'literal' ? orderOf(value, low.at.value) : undefined;
      const toHigh = high?.at.op === 'literal' ? orderOf(high.at.value, value) : undefined;
      const reaches = (order: number | undefined, open: boolean | undefined): boolean =>
        order === undefined || (open === true ? order > 0 : order >= 0);
      return reaches(fromLow, low?.open) && reaches(toHigh, high?.open);
    }
    case 'set':
      if (value.is === 'list') return value.items.every((item) => isInside(item, range));
      return range.items.some((item) => item.op === 'literal' && sameValue(item.value, value)) !== range.none;
  }
}

/** Negative, zero or positive; undefined where the two stand in no order. */
function orderOf(a: Value, b: Value): number | undefined {
  if ('digits' in a && 'digits' in b) return compareExact(parseExact(a.digits), parseExact(b.digits));
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
