import type { Type } from '../../../engine/ir/type.ts';
import { compareExact, parseExact } from '../../../engine/value/exact.ts';
import type { Cell } from './cells.ts';

/** Is what the database wrote the same value? Amounts to the last digit, whatever zeros stand behind them. */
export function sameValue(expected: Cell, got: Cell, type: Type): boolean {
  if (expected === null || got === null) return expected === got;
  switch (type.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return /^-?\d+(\.\d+)?$/.test(got) && compareExact(parseExact(expected), parseExact(got)) === 0;
    case 'boolean':
      return expected === (truths[got] ?? got);
    case 'date-time':
      return expected === got.replace(' ', 'T');
    default:
      return expected === got;
  }
}

/** How databases write truth. */
const truths: Readonly<Record<string, string>> = { t: 'true', f: 'false', '1': 'true', '0': 'false' };

/** Flags stand in one text, sorted, a space between two. */
export function sameFlags(expected: readonly string[], got: Cell): boolean {
  return expected.join(' ') === (got ?? '');
}
