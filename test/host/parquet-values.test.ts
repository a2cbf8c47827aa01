import { expect, test } from 'vitest';
import { dayOf, momentOf } from '../../engine/host/parquet/values.ts';

test.each([
  [0, '1970-01-01'],
  [-1, '1969-12-31'],
  [20_757, '2026-10-31'],
  [100_000_000, '+275760-09-13'],
  [100_000_001, '100000001'],
  [-2_147_483_648, '-2147483648'],
])('a day that is stored as %d is a day or does not read, and stops nothing: %s', (days, text) => {
  expect(dayOf(days)).toBe(text);
});

test.each([
  [1_793_439_000_000n, '2026-10-31T09:30:00'],
  [9_223_372_036_854_775_807n, '9223372036854775807'],
])('the same of a moment that is stored as %d', (value, text) => {
  expect(momentOf(value, 'MILLIS', false)).toBe(text);
});
