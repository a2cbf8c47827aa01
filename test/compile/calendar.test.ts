import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addMonths,
  dayFromNumber,
  dayNumber,
  dayOf,
  fullMonths,
  isoOfDay,
  monthEnd,
  weekdayOf,
} from '../../engine/compile/exact/calendar.ts';

// The platform's calendar is the judge; years below 100 need it to be told in full.
const iso = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const platformDay = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

test('days are numbered without a hole over a whole cycle of 400 years', () => {
  const first = dayNumber({ year: 1900, month: 1, day: 1 });
  let date = Date.parse('1900-01-01T00:00:00Z');
  for (let number = first; number < first + 146_097; number += 1, date += 86_400_000) {
    const text = new Date(date).toISOString().slice(0, 10);
    if (isoOfDay(dayFromNumber(number)) !== text || dayNumber(dayOf(text)) !== number) expect(number).toBe(text);
  }
});

test('distances and weekdays are those of the platform', () => {
  fc.assert(
    fc.property(iso, iso, (a, b) => {
      expect(dayNumber(dayOf(b)) - dayNumber(dayOf(a))).toBe(platformDay(b) - platformDay(a));
      expect(weekdayOf(dayOf(a))).toBe((new Date(`${a}T00:00:00Z`).getUTCDay() + 6) % 7);
    }),
  );
});

test.each([
  ['2027-01-31', 1, '2027-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2028-02-29', -48, '2024-02-29'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2026-01-15', -1, '2025-12-15'],
])('%s and %i months is %s', (from, months, to) => {
  expect(isoOfDay(addMonths(dayOf(from), months))).toBe(to);
});

test('full months are the most that fit between two dates, and their negative backwards', () => {
  fc.assert(
    fc.property(iso, iso, (a, b) => {
      const [from, to] = [dayOf(a < b ? a : b), dayOf(a < b ? b : a)];
      const months = fullMonths(from, to);
      expect(dayNumber(addMonths(from, months))).toBeLessThanOrEqual(dayNumber(to));
      expect(dayNumber(addMonths(from, months + 1))).toBeGreaterThan(dayNumber(to));
      expect(fullMonths(to, from) + months).toBe(0);
    }),
  );
});

test('a month ends where the next one begins', () => {
  fc.assert(
    fc.property(iso, (text) => {
      const end = monthEnd(dayOf(text));
      expect(dayFromNumber(dayNumber(end) + 1)).toMatchObject({ day: 1 });
      expect(end.month).toBe(dayOf(text).month);
    }),
  );
});
