import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shiftDigits } from '../../engine/value/digits.ts';

test.each([
  ['0088.50', '88.5'],
  ['88000.00', '88000'],
  ['-0.0', '0'],
  ['-00', '0'],
  ['-0.10', '-0.1'],
  ['100', '100'],
  ['0', '0'],
])('%s in its usual form is %s', (digits, usual) => {
  expect(shiftDigits(digits, 0)).toBe(usual);
});

test('the usual form is the one that comes back from anywhere', () => {
  const digits = fc.stringMatching(/^-?\d{1,20}(?:\.\d{1,20})?$/);
  fc.assert(
    fc.property(digits, (text) => {
      expect(shiftDigits(text, 0)).toBe(shiftDigits(shiftDigits(text, 3), -3));
    }),
  );
});
