import { wordedRange } from './words.ts';
import type { Ir, Range } from '../../ir/ir.ts';
import { exact } from '../../value/exact.ts';
import { printInterval, printValue, type PrintWords } from '../../value/print.ts';
import { positionOf, sum, valueAt } from './position.ts';

/** An input that the range accepts: `sales.completion = 31%`; the range itself where no value can be named. */
export function sample(subject: string, range: Range, words: PrintWords): string {
  if (range.range === 'set' && !range.none && range.items[0]?.op === 'literal')
    return `${subject} = ${printValue(range.items[0].value, words)}`;
  if (range.range !== 'interval') return `${subject} in ${wordedRange(range, words)}`;
  const { low, high } = range;
  const end = [low, high].find((bound) => bound?.open === false)?.at;
  if (end?.op === 'literal') return `${subject} = ${printValue(end.value, words)}`;
  const middle = low === undefined || high === undefined ? undefined : between(low.at, high.at, words);
  return middle === undefined ? `${subject} ${open(range, words)}` : `${subject} = ${middle}`;
}

function open(range: Extract<Range, { range: 'interval' }>, words: PrintWords): string {
  const { low, high } = range;
  if (low?.at.op === 'literal' && high === undefined)
    return printInterval({ value: low.at.value, open: low.open }, undefined, words);
  return wordedRange(range, words);
}

function between(low: Ir, high: Ir, words: PrintWords): string | undefined {
  if (low.op !== 'literal' || high.op !== 'literal') return undefined;
  const [a, b] = [positionOf(low.value), positionOf(high.value)];
  if (a === undefined || b === undefined) return undefined;
  const { top, bottom } = sum(a, b);
  const value = valueAt(exact(top, bottom * 2n), low.type);
  return value === undefined ? undefined : printValue(value, words);
}
