import { daysInMonth, written } from '../../value/calendar.ts';

/** Year, month and day counted from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Reads `YYYY-MM-DD`, also at the head of a date-time. */
export function dayOf(iso: string): Day {
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) };
}

/** Is the year one that a handbook can write? */
export function isWritable(year: number): boolean {
  return year >= 1 && year <= 9999;
}

export function isoOfDay({ year, month, day }: Day): string {
  return written(year, month, day);
}

/** Days since 0000-03-01, proleptic Gregorian: years that start in March put the leap day last. */
export function dayNumber({ year, month, day }: Day): number {
  const shifted = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return 365 * shifted + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
}

export function dayFromNumber(number: number): Day {
  const era = Math.floor(number / 146_097);
  const inEra = number - era * 146_097;
  const yearInEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  const monthFromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = era * 400 + yearInEra + (month <= 2 ? 1 : 0);
  return { year, month, day: inYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1 };
}

/** The same day some months on, or the month's last day where that day does not exist. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const index = year * 12 + month - 1 + months;
  const to = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return { ...to, day: Math.min(day, daysInMonth(to.year, to.month)) };
}

/** Months that are full on the same day of the month, clamped to its end; negative when the dates are reversed. */
export function fullMonths(from: Day, to: Day): number {
  const later = dayNumber(from) <= dayNumber(to);
  const [first, last] = later ? [from, to] : [to, from];
  const months = (last.year - first.year) * 12 + last.month - first.month;
  const full = dayNumber(addMonths(first, months)) <= dayNumber(last) ? months : months - 1;
  return later || full === 0 ? full : -full;
}

/** 0 is Monday. */
export function weekdayOf(day: Day): number {
  // 0000-03-01 was a Wednesday.
  return (((dayNumber(day) + 2) % 7) + 7) % 7;
}

export function monthEnd({ year, month }: Day): Day {
  return { year, month, day: daysInMonth(year, month) };
}

/** Seconds since midnight of `HH:MM:SS`. */
export function secondOf(iso: string): number {
  return Number(iso.slice(0, 2)) * 3600 + Number(iso.slice(3, 5)) * 60 + Number(iso.slice(6, 8));
}

export function isoOfSecond(second: number): string {
  return `${twoDigits(Math.floor(second / 3600))}:${twoDigits(Math.floor(second / 60) % 60)}:${twoDigits(second % 60)}`;
}

function twoDigits(number: number): string {
  return number.toString().padStart(2, '0');
}
