import type { Texts } from '../diagnostic/diagnostic.ts';
import { shortened } from '../value/invalid.ts';

/** Why a row of a table cannot be asked about. */

export const noKey: Texts = {
  en: 'The row has no key, so it is not known whom it is about. Fill the key column.',
  zh: '该行没有键，不知是关于谁的。请填写键所在的列。',
};

/** `others`: the lines of the other rows that have the key. */
export function keyAgain(key: string, others: readonly number[]): Texts {
  const [some, more] = [others.slice(0, mostLines), Math.max(0, others.length - mostLines)];
  const [rest, rest_zh] = more === 0 ? ['', ''] : [` and ${more} more`, ` 等另外 ${others.length} 行`];
  const rows = `${others.length === 1 ? 'row' : 'rows'} ${some.join(', ')}${rest}`;
  return {
    en: `The key “${shortened(key)}” stands in ${rows} too, so it is not known which row is right, and none of them counts. Leave one in, or give each its own key.`,
    zh: `键“${shortened(key)}”也出现在第 ${some.join('、')} ${more === 0 ? '行' : rest_zh.trim()}，无法确定以哪一行为准，均不计算。请只保留一行，或更正键。`,
  };
}

const mostLines = 3;

export function noDayInCell(written: string): Texts {
  if (written === '')
    return {
      en: 'The row names no day, so it is not known which rules hold. Fill the column of --at-column.',
      zh: '该行没有日期，不知适用哪一版规定。请填写 --at-column 指明的列。',
    };
  return {
    en: `“${shortened(written)}” is no day of the calendar such as 2026-10-31, so it is not known which rules hold.`,
    zh: `“${shortened(written)}”不是形如 2026-10-31 的日期，不知适用哪一版规定。`,
  };
}
