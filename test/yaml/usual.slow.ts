/** The quick reader of the usual form says what the library says, or leaves the text to it. */
import { expect, test } from 'vitest';
import { changesOfUsual, expectAlike } from './usual.ts';

test('every change at every place', () => {
  const read = changesOfUsual(1).map(expectAlike);
  expect(read.filter((isRead) => isRead).length).toBeGreaterThan(1000);
});
