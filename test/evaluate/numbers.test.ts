import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RoundingMode } from '../../engine/ir/ir.ts';
import {
  addMonths,
  dayFromNumber,
  dayNumber,
  dayOf,
  fullMonths,
  isoOf,
  weekdayNumber,
} from '../../engine/evaluate/calendar.ts';
import * as decimals from '../../engine/evaluate/decimal-ratio.ts';
import type { DecimalRatio } from '../../engine/evaluate/decimal-ratio.ts';
import {
  floorTo,
  fromDigits,
  isPositive,
  isTooLong,
  minus,
  negative,
  order,
  over,
  plus,
  roundTo,
  times,
  toDigits,
  whole,
  wholeNumber,
  type Ratio,
} from '../../engine/evaluate/ratio.ts';

const step = fc.constantFrom('1', '0.01', '5', '0.25', '100');
const value = fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.constantFrom(1, 2, 3, 4, 7, 8, 100));

/** Rounds n/d to whole steps by plain whole numbers. */
function expected(top: number, bottom: number, mode: RoundingMode): number {
  const down = Math.trunc(top / bottom);
  const rest = Math.abs(top) - Math.abs(down) * bottom;
  const up = down + (top < 0 ? -1 : 1);
  if (rest === 0 || mode === 'down') return down;
  if (mode === 'up' || rest * 2 > bottom) return up;
  if (rest * 2 < bottom) return down;
  return mode === 'half-up' || down % 2 !== 0 ? up : down;
}

describe('numbers', () => {
  test.each(['half-up', 'half-even', 'up', 'down'] as const)('round %s', (mode) => {
    fc.assert(
      fc.property(value, ([top, bottom]) => {
        const rounded = roundTo(over(whole(top), whole(bottom)), whole(1), mode);
        expect(Number(toDigits(rounded))).toBe(expected(top, bottom, mode) + 0);
      }),
    );
  });

  test('a multiple of the step, less than a step below', () => {
    fc.assert(
      fc.property(value, step, ([top, bottom], by) => {
        const [number, length] = [over(whole(top), whole(bottom)), fromDigits(by)];
        const floor = floorTo(number, length);
        expect(toDigits(over(floor, length))).toMatch(/^-?\d+$/);
        expect(order(floor, number)).toBeLessThanOrEqual(0);
        expect(order(plus(floor, length), number)).toBe(1);
      }),
    );
  });

  test('a sum of ten thousand different quotients stays exact and short enough', () => {
    let sum = whole(0);
    for (let i = 1; i <= 10_000; i += 1) sum = plus(sum, over(whole(1), whole(i % 97 === 0 ? 97 : (i % 13) + 1)));
    expect(isTooLong(sum)).toBe(false);
    expect(order(sum, whole(2000))).toBe(1);
  });

  test('nothing is rounded before a number has two thousand digits', () => {
    const nines = fromDigits('9'.repeat(900));
    expect(toDigits(times(nines, nines))).toBe(((10n ** 900n - 1n) ** 2n).toString());
    expect(isTooLong(times(nines, nines))).toBe(false);
    expect(isTooLong(times(times(nines, nines), nines))).toBe(true);
  });
});

describe('short numbers', () => {
  // Around the longest that fit, with and without decimals, and quotients of both.
  const decimal = fc
    .tuple(
      fc.oneof(
        fc.integer({ min: -20_000, max: 20_000 }),
        fc.maxSafeInteger(),
        fc.constantFrom(2 ** 53 - 1, 2 ** 53 - 2, 94_906_265, 94_906_266, -94_906_267, 0, 5, 25, 125),
      ),
      fc.integer({ min: 0, max: 8 }),
    )
    .map(([units, places]) => {
      const digits = String(Math.abs(units)).padStart(places + 1, '0');
      const part = places === 0 ? '' : `.${digits.slice(-places)}`;
      return `${units < 0 ? '-' : ''}${digits.slice(0, digits.length - places)}${part}`;
    });
  const positive = decimal.filter((digits) => /^(?!-).*[1-9]/.test(digits));

  test('come to the same as long ones', () => {
    fc.assert(
      fc.property(decimal, positive, decimal, positive, positive, (a, b, c, d, step) => {
        const [left, right, by] = [
          over(fromDigits(a), fromDigits(b)),
          over(fromDigits(c), fromDigits(d)),
          fromDigits(step),
        ];
        const [longLeft, longRight, longBy] = [
          decimals.over(decimals.fromDigits(a), decimals.fromDigits(b)),
          decimals.over(decimals.fromDigits(c), decimals.fromDigits(d)),
          decimals.fromDigits(step),
        ];
        const same = (one: Ratio, other: DecimalRatio): void => {
          expect(toDigits(one)).toBe(decimals.toDigits(other));
          expect(isPositive(one)).toBe(other.top.greaterThan(0));
        };
        same(left, longLeft);
        same(plus(left, right), decimals.plus(longLeft, longRight));
        same(
          minus(fromDigits(a), fromDigits(c)),
          decimals.plus(decimals.fromDigits(a), decimals.negative(decimals.fromDigits(c))),
        );
        same(times(left, right), decimals.times(longLeft, longRight));
        same(over(left, by), decimals.over(longLeft, longBy));
        same(floorTo(left, by), decimals.floorTo(longLeft, longBy));
        expect(order(left, right)).toBe(decimals.order(longLeft, longRight));
        expect(wholeNumber(left)).toBe(decimals.wholeNumber(longLeft));
        for (const mode of ['half-up', 'half-even', 'up', 'down'] as const)
          same(roundTo(left, by, mode), decimals.roundTo(longLeft, longBy, mode));
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(['-0', '0.00', '-0.0', '007.50', '9007199254740992', '9007199254740993', '0.0000000000000001', '1e5'])(
    '%s is read as a long one is',
    (digits) => {
      expect(toDigits(fromDigits(digits))).toBe(decimals.toDigits(decimals.fromDigits(digits)));
      expect(toDigits(negative(fromDigits(digits)))).toBe(
        decimals.toDigits(decimals.negative(decimals.fromDigits(digits))),
      );
    },
  );
});

describe('calendar', () => {
  const iso = fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 364 }))
    .map(([year, day]) => {
      const date = new Date(0);
      date.setUTCFullYear(year, 0, 1 + day);
      return date.toISOString().slice(0, 10);
    })
    .filter((text) => /^\d{4}-/.test(text));
  const platform = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

  test('days are those of the platform', () => {
    fc.assert(
      fc.property(iso, iso, (a, b) => {
        expect(dayNumber(dayOf(b)) - dayNumber(dayOf(a))).toBe(platform(b) - platform(a));
        expect(isoOf(dayFromNumber(dayNumber(dayOf(a))))).toBe(a);
        expect(weekdayNumber(dayOf(a))).toBe((((platform(a) + 3) % 7) + 7) % 7);
      }),
      { numRuns: 1000 },
    );
  });

  test('every day of 400 years comes after the one before', () => {
    let day = dayNumber(dayOf('1999-01-01'));
    for (let text = '1999-01-01'; text < '2400-01-01'; text = isoOf(dayFromNumber(day)) ?? '') {
      expect(dayNumber(dayOf(text))).toBe(day);
      day += 1;
    }
  });

  test('full months are the most that can be added without passing the day', () => {
    fc.assert(
      fc.property(iso, fc.integer({ min: 0, max: 2000 }), (from, days) => {
        const start = dayOf(from);
        const end = dayFromNumber(dayNumber(start) + days);
        const months = fullMonths(start, end);
        expect(dayNumber(addMonths(start, months))).toBeLessThanOrEqual(dayNumber(end));
        expect(dayNumber(addMonths(start, months + 1))).toBeGreaterThan(dayNumber(end));
        expect(fullMonths(end, start) + 0).toBe(-months + 0);
      }),
    );
  });
});
