import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Ir } from '../ir/ir.ts';
import { parseExact, compareExact } from '../value/exact.ts';
import type { Value } from '../ir/value.ts';
import { printValue, type PrintWords } from '../value/print.ts';
import { bare } from './meaning.ts';
import type { End, Region } from './regions.ts';

/** A part of a scale in words: `of 120% or more`, `above 100% and below 120%`. */
export function regionWords({ low, high }: Pick<Region, 'low' | 'high'>, words: PrintWords): Texts {
  const text = (end: End): string => printValue(end.value, words);
  if (low === undefined && high === undefined) return { en: 'everywhere', zh: '全部范围' };
  if (low === undefined && high !== undefined) {
    return high.open
      ? { en: `below ${text(high)}`, zh: `低于 ${text(high)}` }
      : { en: `of ${text(high)} or less`, zh: `${text(high)} 及以下` };
  }
  if (high === undefined && low !== undefined) {
    return low.open
      ? { en: `above ${text(low)}`, zh: `高于 ${text(low)}` }
      : { en: `of ${text(low)} or more`, zh: `${text(low)} 及以上` };
  }
  if (low === undefined || high === undefined) return { en: '', zh: '' };
  if (text(low) === text(high)) return { en: `of exactly ${text(low)}`, zh: `恰为 ${text(low)}` };
  const from = low.open
    ? { en: `above ${text(low)}`, zh: `高于 ${text(low)}` }
    : { en: `from ${text(low)}`, zh: `自 ${text(low)}（含）` };
  const to = high.open
    ? { en: `to below ${text(high)}`, zh: `至 ${text(high)}（不含）` }
    : { en: `to ${text(high)}`, zh: `至 ${text(high)}（含）` };
  return { en: `${from.en} ${to.en}`, zh: low.open ? `${from.zh} ${to.zh}` : `${from.zh}${to.zh}` };
}

/** How one value becomes another: rises, falls, or changes. */
export function changeWords(
  before: Ir | undefined,
  after: Ir | undefined,
  words: PrintWords,
  source: (ir: Ir) => string,
): Texts {
  const [was, is] = [shown(before, words, source), shown(after, words, source)];
  if (before === undefined) return { en: `there is now ${is.en} where no tier was`, zh: `原无档位，现为 ${is.zh}` };
  if (after === undefined) return { en: `no tier is left where ${was.en} was`, zh: `原为 ${was.zh}，现无档位` };
  const order = orderOf(before, after);
  const en = order < 0 ? 'rises' : order > 0 ? 'falls' : 'changes';
  const zh = order < 0 ? '提高' : order > 0 ? '降低' : '改变';
  if (order === 0 && was.en === is.en)
    return { en: `stays ${is.en} but rests on something else`, zh: `仍为 ${is.zh}，但依据不同` };
  return { en: `${en} from ${was.en} to ${is.en}`, zh: `由 ${was.zh} ${zh}为 ${is.zh}` };
}

function shown(ir: Ir | undefined, words: PrintWords, source: (ir: Ir) => string): Texts {
  const value = ir === undefined ? undefined : literalOf(ir);
  const text = value !== undefined ? printValue(value, words) : ir === undefined ? '' : source(bare(ir));
  return { en: text, zh: text };
}

function literalOf(ir: Ir): Value | undefined {
  const inner = bare(ir);
  return inner.op === 'literal' ? inner.value : undefined;
}

function orderOf(before: Ir, after: Ir): number {
  const [a, b] = [literalOf(before), literalOf(after)];
  if (a === undefined || b === undefined || !('digits' in a) || !('digits' in b)) return 0;
  return compareExact(parseExact(a.digits), parseExact(b.digits));
}
