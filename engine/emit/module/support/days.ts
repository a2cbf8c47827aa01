import { daysInMonth } from '../../../value/calendar.ts';

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

export function isoOf({ year, month, day }: Day): string {
  return `${year.toString().padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Days since 0000-03-01: years that begin in March have the leap day last. */
export function dayNumber({ year, month, day }: Day): number {
  const from = month > 2 ? year : year - 1;
  const leapDays = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  return 365 * from + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
}

/** The day of that number, found from the first of January on or before it. */
export function dayNumbered(number: number): Day {
  let year = Math.floor((number + 60) / 365.2425) + 1;
  while (dayNumber({ year, month: 1, day: 1 }) > number) year -= 1;
  let [month, rest] = [1, number - dayNumber({ year, month: 1, day: 1 })];
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return { year, month, day: rest + 1 };
}

/** The same day some months on, or the month's last day where there is none. */
export function monthsOn({ year, month, day }: Day, months: number): Day {
  const index = year * 12 + month - 1 + months;
  const to = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return { ...to, day: Math.min(day, daysInMonth(to.year, to.month)) };
}

/** Months that are full on the same day of the month; negative when the dates are reversed. */
export function monthsFull(from: Day, to: Day): number {
  if (dayNumber(from) > dayNumber(to)) return 0 - monthsFull(to, from);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return dayNumber(monthsOn(from, months)) <= dayNumber(to) ? months : months - 1;
}

/** 0 is Monday; 0000-03-01 was a Wednesday. */
export function weekdayNumber(day: Day): number {
  return (((dayNumber(day) + 2) % 7) + 7) % 7;
}

export function lastOfMonth({ year, month }: Day): Day {
  return { year, month, day: daysInMonth(year, month) };
}

export function twoDigits(number: number): string {
  return number.toString().padStart(2, '0');
}
