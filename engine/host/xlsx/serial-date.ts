import { shiftDigits } from '../../value/digits.ts';

/** Days and times as workbooks count them: days since the end of 1899, or since 1904, and parts of a day. */

const msOfDay = 86_400_000;
const secondsOfDay = 86_400;

/** A day and the seconds of it; undefined where the number is none that spreadsheets agree on. */
export interface Moment {
  /** `2026-10-31`; not there for a time without a day. */
  readonly day?: string;
  readonly seconds: number;
}

export function momentOf(serial: string, from1904: boolean): Moment | undefined {
  const number = Number(serial);
  if (!(number >= 0) || number >= 2_958_466) return undefined;
  const all = Math.round(number * secondsOfDay);
  // Stored times are binary fractions, a millionth of a second away at most; anything else is no whole second.
  if (Math.abs(number * secondsOfDay - all) > 0.001) return undefined;
  const [days, seconds] = [Math.floor(all / secondsOfDay), all % secondsOfDay];
  if (days === 0 && !from1904) return { seconds };
  // Spreadsheets count 29 February 1900, which never was; before it they disagree.
  if (!from1904 && days < 61) return undefined;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return { day: new Date(start + days * msOfDay).toISOString().slice(0, 10), seconds };
}

/** A length of time in minutes, as decimal text; undefined where it is no whole second, or one that no decimal of minutes says. */
export function minutesOf(serial: string): string | undefined {
  const seconds = Number(serial) * secondsOfDay;
  const whole = Math.round(seconds);
  if (Math.abs(whole) >= 2_958_466 * secondsOfDay || Math.abs(seconds - whole) > 0.001) return undefined;
  // Three seconds are 0.05 minutes.
  return whole % 3 === 0 ? shiftDigits(String((whole / 3) * 5), -2) : undefined;
}

/** The number that a workbook holds for a day. */
export function serialOf(day: string): string {
  return String((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / msOfDay);
}

export function clockOf(seconds: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
}
