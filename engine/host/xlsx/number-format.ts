import type { Format } from './workbook.ts';

/** What a number format makes of a number. */
export type Shown =
  | { readonly as: 'number'; readonly unit?: string }
  | { readonly as: 'percent' }
  | { readonly as: 'date' | 'time' | 'elapsed' };

/** Formats that every program knows by number (ECMA-376 18.8.30), those of Chinese programs included. */
const known: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy-m-d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-m-d h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  ...Object.fromEntries([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'yyyy-m-d'])),
  ...Object.fromEntries([32, 33, 34, 35, 55, 56].map((id) => [id, 'h:mm'])),
};

/** The format as a code; undefined for the general one and those that only set digits and separators. */
export function codeOf({ id, code }: Format): string | undefined {
  return code ?? known[id];
}

/** Reads what stands for positive numbers: the first section. */
export function shownAs(format: Format): Shown {
  const code = codeOf(format);
  if (code === undefined) return { as: 'number' };
  const section = firstSection(code);
  const bare = section.replaceAll(/"[^"]*"|\\.|[_*]./gu, '');
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return { as: 'elapsed' };
  const letters = bare.replaceAll(/\[[^\]]*\]/g, '').toLowerCase();
  if (!/general/.test(letters)) {
    if (/[yd]/.test(letters) || (letters.includes('m') && !/[hs]/.test(letters))) return { as: 'date' };
    if (/[hs]/.test(letters)) return { as: 'time' };
  }
  if (letters.includes('%')) return { as: 'percent' };
  // A comma behind the last digit shows thousands: the unit beside it is not that of the number that is stored.
  const scales = /[0#?],+(?![0#?,])/.test(letters) || letters.includes('!');
  const unit = scales ? '' : unitIn(section);
  return unit === '' ? { as: 'number' } : { as: 'number', unit };
}

function firstSection(code: string): string {
  return /^(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])*/u.exec(code)?.[0] ?? code;
}

/** Words and signs of money around the digits: `[$¥-804]#,##0.00`, `0"天"`. */
function unitIn(section: string): string {
  const words: string[] = [];
  for (const [token, quoted, escaped, symbol, locale] of section.matchAll(
    /"([^"]*)"|\\(.)|\[\$([^\]-]*)(?:-([^\]]*))?\]|\[[^\]]*\]|[_*].|[¥￥$€£元]/gu,
  )) {
    if (symbol !== undefined) words.push(moneyOf(symbol, locale ?? ''));
    else if (/^[¥￥$€£元]$/u.test(token)) words.push(token);
    else words.push(quoted ?? escaped ?? '');
  }
  return words
    .join('')
    .replaceAll(/[\s()+\-:/]/gu, '')
    .trim();
}

/** The sign ¥ is Japanese money too, by the language that stands beside it. */
function moneyOf(symbol: string, locale: string): string {
  return /^[¥￥]$/u.test(symbol) && /^(?:0*411|ja)/i.test(locale) ? 'JPY' : symbol;
}
