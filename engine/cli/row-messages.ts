import type { Texts } from '../diagnostic/diagnostic.ts';
import { shortened } from '../value/invalid.ts';

/** Why a row of a table cannot be asked about. */

export const noKey: Texts = {
  en: 'The row has no key, so it is not known whom it is about. Fill the key column.',
  zh: '该行没有键，不知是关于谁的。请填写键所在的列。',
};

/** `first`: the line of the row that has the key already. */
export function keyAgain(key: string, first: number): Texts {
  return {
    en: `The key “${shortened(key)}” stands in row ${first} already, so it is not known which row is right. Leave one out, or give one of them its own key.`,
    zh: `键“${shortened(key)}”已出现在第 ${first} 行，无法确定以哪一行为准。请删除其一，或更正键。`,
  };
}

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
