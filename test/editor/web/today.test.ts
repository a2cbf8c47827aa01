import { expect, test } from 'vitest';
import { today } from '../../../editor/web/today.ts';

test('today is the day where the handbook is at home, whatever clock the page runs on', () => {
  const evening = new Date('2026-12-31T17:00:00Z');
  expect(today('Asia/Shanghai', evening)).toBe('2027-01-01');
  expect(today('America/New_York', evening)).toBe('2026-12-31');
});

test('a time zone that nobody knows leaves the clock of the page', () => {
  const noon = new Date(2026, 9, 5, 12);
  expect(today('Nowhere/Nothing', noon)).toBe('2026-10-05');
  expect(today(undefined, noon)).toBe('2026-10-05');
});
