import { expect, test } from 'vitest';
import { heldText, writtenText } from '../../../editor/web/documents/line-ends.ts';

test.each([
  ['plain', 'a\nb\n', 'a\nb\n'],
  ['Windows', 'a\r\nb\r\n', 'a\r\nb\r\n'],
  ['mostly Windows', 'a\r\nb\r\nc\n', 'a\r\nb\r\nc\r\n'],
  ['as many of each', 'a\r\nb\n', 'a\nb\n'],
  ['marked', '\uFEFFa\n', 'a\n'],
])('%s line ends are held as Monaco holds them', (_, raw, held) => {
  expect(heldText(raw, 'v1').text).toBe(held);
});

test('a byte order mark is written again', () => {
  const saved = heldText('\uFEFFa\n', 'v1');
  expect(writtenText('b\n', saved)).toBe('\uFEFFb\n');
  expect(writtenText('b\n', heldText('a\n', 'v1'))).toBe('b\n');
});
