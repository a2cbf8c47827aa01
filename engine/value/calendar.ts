const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of the month, counted from 1. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

/** Is `YYYY-MM-DD` a day of the Gregorian calendar? */
export function isDay(iso: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day after, and the day before, as `YYYY-MM-DD`. */
export function nextDay(iso: string): string {
  const [year, month, day] = parts(iso);
  if (day < daysInMonth(year, month)) return written(year, month, day + 1);
  return month === 12 ? written(year + 1, 1, 1) : written(year, month + 1, 1);
}

export function previousDay(iso: string): string {
  const [year, month, day] = parts(iso);
  if (day > 1) return written(year, month, day - 1);
  const [before, last] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return written(before, last, daysInMonth(before, last));
}

const parts = (iso: string): readonly [number, number, number] =>
  iso.split('-').map(Number) as [number, number, number];
/** A day as `YYYY-MM-DD`. */
export const written = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

/** All days of a month written `YYYY-MM`; undefined when it is none. */
export function daysOfMonth(month: string): readonly string[] | undefined {
  if (!/^\d{4}-\d{2}$/.test(month) || !isDay(`${month}-01`)) return undefined;
  const [year, number] = parts(`${month}-01`);
  return Array.from({ length: daysInMonth(year, number) }, (_, i) => written(year, number, i + 1));
}

/** The months from one through another, written `YYYY-MM`. */
export function monthsBetween(first: string, last: string): readonly string[] {
  const found: string[] = [];
  const [year, month] = parts(`${first}-01`);
  for (let count = 0; ; count += 1) {
    const at = written(year + Math.floor((month - 1 + count) / 12), ((month - 1 + count) % 12) + 1, 1).slice(0, 7);
    if (at > last) return found;
    found.push(at);
  }
}

/** The day that a moment falls on in a time zone, or where the machine is; undefined for a zone that is not known. */
export function dayIn(zone: string | undefined, now: Date): string | undefined {
  try {
    // Swedish dates are written as ours are.
    return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(now);
  } catch (error) {
    if (error instanceof RangeError && zone !== undefined) return undefined;
    throw error;
  }
}
