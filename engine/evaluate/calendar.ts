import { daysInMonth } from '../value/calendar.ts';

/** A day of the proleptic Gregorian calendar; the month counts from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dayOf(iso: string): Day {
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) };
}

/** `YYYY-MM-DD`; undefined outside the years 1 to 9999, where the text would be another. */
export function isoOf({ year, month, day }: Day): string | undefined {
  if (year < 1 || year > 9999) return undefined;
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/**
 * Days since 0000-03-01. Years that begin in March put the leap day at their end, so that month lengths follow one formula
 * (H. Hinnant, "chrono-compatible low-level date algorithms").
 */
export function dayNumber({ year, month, day }: Day): number {
  const shifted = month > 2 ? year : year - 1;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return shifted * 365 + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + ofYear;
}

/** The inverse of `dayNumber`. */
export function dayFromNumber(number: number): Day {
  const era = Math.floor(number / 146_097);
  const ofEra = number - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** The same day so many months later; clamped to the month's end where the month is shorter. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const count = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(count / 12), month: count - Math.floor(count / 12) * 12 + 1 };
  return { ...target, day: Math.min(day, daysInMonth(target.year, target.month)) };
}

/** Full months from one day to the other, negative when they are reversed. */
export function fullMonths(from: Day, to: Day): number {
  if (dayNumber(to) < dayNumber(from)) {
    const reversed = fullMonths(to, from);
    return reversed === 0 ? 0 : -reversed;
  }
  const months = (to.year - from.year) * 12 + (to.month - from.month);
  return dayNumber(addMonths(from, months)) <= dayNumber(to) ? months : months - 1;
}

export function monthEnd({ year, month }: Day): Day {
  return { year, month, day: daysInMonth(year, month) };
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayNumber(day: Day): number {
  // 0000-03-01, day 0, was a Wednesday.
  return (((dayNumber(day) + 2) % 7) + 7) % 7;
}

/** Seconds since midnight of `17:00:00`. */
export function secondsOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 3600 + Number(clock.slice(3, 5)) * 60 + Number(clock.slice(6, 8));
}

/** `17:00:00` */
export function clockOf(seconds: number): string {
  return `${twoDigits(Math.floor(seconds / 3600))}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
