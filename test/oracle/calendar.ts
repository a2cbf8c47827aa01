/** Days of the calendar as whole numbers, by the platform's calendar: slow, and nobody's own arithmetic but the platform's. */

const dayLength = 86_400_000;

/** Days since 1970-01-01. */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / dayLength;
}

export function dayText(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

export function monthEnd(day: number): number {
  const start = monthStart(day);
  let end = start;
  while (monthStart(end + 1) === start) end += 1;
  return end;
}

export function monthStart(day: number): number {
  return dayNumber(`${dayText(day).slice(0, 7)}-01`);
}

/** The same day so many months later; the month's last day where it has no such day. */
export function monthsLater(day: number, months: number): number {
  const count = monthCount(day) + months;
  const year = String(Math.floor(count / 12)).padStart(4, '0');
  const first = dayNumber(`${year}-${String((count % 12) + 1).padStart(2, '0')}-01`);
  return Math.min(first + day - monthStart(day), monthEnd(first));
}

/** Months since the beginning of the year 0. */
export function monthCount(day: number): number {
  const [year = 0, month = 0] = dayText(day).split('-').map(Number);
  return year * 12 + month - 1;
}

/** Full months from one day to another; of reversed days, minus those of the days in order. */
export function fullMonths(from: number, to: number): number {
  if (to < from) return -fullMonths(to, from);
  const months = monthCount(to) - monthCount(from);
  return monthsLater(from, months) <= to ? months : months - 1;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayNumber(day: number): number {
  return (new Date(day * dayLength).getUTCDay() + 6) % 7;
}

/** Seconds since midnight of `17:00:00`, whose seconds may be left out. */
export function secondsOf(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

/** `17:00`, with seconds only when there are some. */
export function clockText(seconds: number): string {
  const part = (count: number): string => String(count).padStart(2, '0');
  const minutes = `${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? minutes : `${minutes}:${part(seconds % 60)}`;
}
