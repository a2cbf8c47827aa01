import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineText, offsetAt, positionAt, sourceFile } from '../../engine/source/source-file.ts';

test.each([
  ['', 0, 1, 1],
  ['a\nb', 1, 1, 2],
  ['a\nb', 2, 2, 1],
  ['a\r\nb', 3, 2, 1],
  ['客服\n提成', 4, 2, 2],
  ['😀x', 2, 1, 3],
  ['a\n', 2, 2, 1],
  ['a', 99, 1, 2],
  ['a', -1, 1, 1],
])('%j at %i is line %i, column %i', (text, offset, line, column) => {
  expect(positionAt(sourceFile('f', text), offset)).toEqual({ line, column });
});

test('positions lead back to their offsets', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '客', '\n', '\r\n', '😀', ' ') });
  fc.assert(
    fc.property(text, fc.nat(40), (written, at) => {
      const file = sourceFile('f', written);
      const offset = Math.min(at, written.length);
      // Between CR and LF there is no column: it counts as the line's end.
      const expected = written[offset] === '\n' && written[offset - 1] === '\r' ? offset - 1 : offset;
      expect(offsetAt(file, positionAt(file, offset))).toBe(expected);
    }),
  );
});

test('a position outside the text counts as the nearest inside', () => {
  const file = sourceFile('f', 'ab\r\nc');
  expect(offsetAt(file, { line: 0, column: 5 })).toBe(0);
  expect(offsetAt(file, { line: 1, column: 9 })).toBe(2);
  expect(offsetAt(file, { line: 7, column: 1 })).toBe(5);
});

test('lines come without their ends', () => {
  const file = sourceFile('f', 'a\r\nb\n\nc');
  expect([1, 2, 3, 4, 5].map((line) => lineText(file, line))).toEqual(['a', 'b', '', 'c', '']);
});
