import { isDay } from '../../../engine/value/calendar.ts';

/** The day that somebody wrote, as 2026-12-31; undefined where the calendar has none. Also takes 2026/12/31, 2026.12.31, 2026年12月31日 and 20261231. */
export function dayOf(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const found =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain) ??
    /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (found === null) return undefined;
  const [, year = '', month = '', date = ''] = found;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

/** Whether nothing can be added to a day that is being typed: 2026-12-3 may become 2026-12-31. */
export const isWhole = (text: string): boolean => /\d{2}\s*日?$/.test(text.normalize('NFKC').trim());
