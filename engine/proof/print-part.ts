import type { Texts } from '../diagnostic/diagnostic.ts';
import { sameValue } from '../value/compare.ts';
import { printInterval, printRange, printSet, printValue, type PrintWords } from '../value/print.ts';
import type { Domain } from './domain.ts';
import type { Part } from './part.ts';

/** What a tier or cell would say to cover the part: `(100% .. 120%)`, `other`, `{A, B}`, `any`. */
export function printPart({ covers }: Part, words: PrintWords): string {
  switch (covers.is) {
    case 'everything':
      return 'any';
    case 'interval':
      return printInterval(covers.low, covers.high, words);
    case 'values': {
      const [only, ...more] = covers.values;
      return only !== undefined && more.length === 0 ? printValue(only, words) : printSet(covers.values, false, words);
    }
    case 'others':
      return covers.than.length === 1
        ? printSet(covers.than, true, words)
        : `not in ${printSet(covers.than, false, words)}`;
  }
}

/** The part as a condition on what it is a part of: `daily > 100 cans`, `group in {A, B}`. */
export function printCondition(name: string, part: Part, words: PrintWords): string {
  const { covers } = part;
  switch (covers.is) {
    case 'everything':
    case 'others':
      return `${name} ${printPart(part, words)}`;
    case 'interval': {
      const { low, high } = covers;
      if (low === undefined || high === undefined) return `${name} ${printPart(part, words)}`;
      if (sameValue(low.value, high.value)) return `${name} = ${printValue(low.value, words)}`;
      return `${name} in ${printPart(part, words)}`;
    }
    case 'values':
      return `${name} ${covers.values.length === 1 ? '=' : 'in'} ${printPart(part, words)}`;
  }
}

/** What values there are at all: `[0% .. 100%], with at most 1 decimal`. */
export function printDomain(domain: Domain, words: PrintWords): Texts {
  switch (domain.is) {
    case 'members': {
      const text = printSet(domain.values, false, words);
      return { en: text, zh: text };
    }
    case 'names': {
      const text = `not in ${printSet(domain.except, false, words)}`;
      return { en: text, zh: text };
    }
    case 'line': {
      const range = domain.range.range === 'any' ? undefined : printRange(domain.range, words);
      const grid = sayGrid(domain);
      const say = (and: string, words: string | undefined): string =>
        [range, words].filter((part) => part !== undefined).join(and);
      return { en: say(', ', grid?.en), zh: say('，', grid?.zh) };
    }
  }
}

function sayGrid({ type, scale }: Extract<Domain, { is: 'line' }>): Texts | undefined {
  switch (type.is) {
    case 'date':
      return { en: 'a day', zh: '某一天' };
    case 'time':
    case 'date-time':
      return { en: 'a whole second', zh: '整秒' };
    default:
      if (scale === undefined) return undefined;
      if (scale === 0) return { en: 'a whole number', zh: '整数' };
      return { en: `with at most ${scale} ${scale === 1 ? 'decimal' : 'decimals'}`, zh: `最多 ${scale} 位小数` };
  }
}
