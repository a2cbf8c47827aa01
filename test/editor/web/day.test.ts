import { expect, test } from 'vitest';
import { dayOf, isWhole } from '../../../editor/web/parts/day.ts';

test.each([
  ['2026-12-31', '2026-12-31'],
  [' 2026/1/5 ', '2026-01-05'],
  ['2026.02.28', '2026-02-28'],
  ['2026年12月3日', '2026-12-03'],
  ['２０２６－１２－３１', '2026-12-31'],
  ['20261231', '2026-12-31'],
  ['2026-02-29', undefined],
  ['2026-13-01', undefined],
  ['12/31/2026', undefined],
  ['2026-12', undefined],
  ['', undefined],
])('%j is the day %s', (text, day) => {
  expect(dayOf(text)).toBe(day);
});

test('what may still become another day waits', () => {
  expect(['2026-12-3', '2026-1-1', '2026-12-31', '20261231', '2026年12月31日'].map(isWhole)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});
