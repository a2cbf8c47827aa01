import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Ir } from '../ir/ir.ts';
import { parseExact, compareExact } from '../value/exact.ts';
import type { Value } from '../ir/value.ts';
import { printValue, type PrintWords } from '../value/print.ts';
import type { Handbook } from '../program/handbook.ts';
import { marksWords } from './marks.ts';
import { bare, marksOf } from './meaning.ts';
import type { Quote } from './quote.ts';
import type { End, Region } from './regions.ts';
import { inside, spaced } from './where/titles.ts';

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

/** What a scale measures, by its title where it has one. */
export function scaleWords(by: Ir, handbook: Handbook, quote: Quote): Texts {
  const named =
    by.op === 'fact'
      ? handbook.facts[by.name]
      : by.op === 'decision'
        ? [...handbook.versions.values()]
            .flat()
            .flatMap(({ decisions }) => decisions)
            .find(({ name }) => name === by.name)
        : undefined;
  if (named === undefined || named.title.zh === named.name) return { en: quote(by), zh: `${quote(by)} ` };
  const { en, zh } = inside(named.title);
  return { en: `${en} (${named.name})`, zh };
}

/** How one value becomes another: rises, falls, or changes; and what it no longer or newly rests on. */
export function changeWords(
  before: Ir | undefined,
  after: Ir | undefined,
  words: PrintWords,
  [quoteBefore, quoteAfter]: readonly [Quote, Quote],
): Texts {
  const [was, is] = [shown(before, words, quoteBefore), shown(after, words, quoteAfter)];
  if (before === undefined) return { en: `there is now ${is.en} where no tier was`, zh: `原无档位，现为 ${is.zh}` };
  if (after === undefined) return { en: `no tier is left where ${was.en} was`, zh: `原为 ${was.zh}，现无档位` };
  const marks = marksWords(marksOf(before), marksOf(after));
  const order = orderOf(before, after);
  if (order === 0 && was.en === is.en) {
    const [en, zh] = marks === undefined ? ['is computed differently', '计算方式已改变'] : [marks.en, marks.zh];
    return { en: `stays ${is.en} but ${en}`, zh: `仍为 ${is.zh}，但${zh}` };
  }
  const en = order < 0 ? 'rises' : order > 0 ? 'falls' : 'changes';
  const zh = order < 0 ? '提高' : order > 0 ? '降低' : '改';
  return {
    en: `${en} from ${was.en} to ${is.en}${marks === undefined ? '' : ` and ${marks.en}`}`,
    zh: spaced(`由 ${was.zh} ${zh}为 ${is.zh}${marks === undefined ? '' : `，且${marks.zh}`}`),
  };
}

function shown(ir: Ir | undefined, words: PrintWords, source: Quote): Texts {
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
