import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, editText } from '../../engine/source/edit.ts';

const edit = (start: number, end: number, text: string) => ({ span: { file: 'f', start, end }, text });

test('edits are made at the places of the original, in any order', () => {
  expect(applyEdits('abcdef', [edit(4, 6, 'X'), edit(0, 1, ''), edit(2, 2, '--')])).toBe('b--cdX');
});

test('insertions at one place keep their order', () => {
  expect(applyEdits('ab', [edit(1, 1, '1'), edit(1, 1, '2')])).toBe('a12b');
});

test.each([
  ['overlapping', [edit(0, 2, ''), edit(1, 3, '')]],
  ['outside', [edit(5, 9, '')]],
  ['backwards', [edit(3, 1, '')]],
])('%s edits throw', (_, edits) => {
  expect(() => applyEdits('abcdef', edits)).toThrow(/overlaps/);
});

test('every place of the edited text that is old leads back to its original', () => {
  const piece = fc.record({
    kept: fc.nat(4),
    removed: fc.nat(3),
    added: fc.string({ maxLength: 3, unit: fc.constant('+') }),
  });
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const original = Array.from({ length: 100 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
      let at = 0;
      const edits = pieces.map(({ kept, removed, added }) => {
        const start = at + kept;
        at = start + removed;
        return edit(start, at, added);
      });
      const edited = editText(original, edits);
      for (const [offset, character] of [...edited.text].entries())
        if (character !== '+') expect(original[edited.originalOffset(offset)]).toBe(character);
      expect(edited.originalOffset(edited.text.length)).toBe(original.length);
    }),
  );
});

test('what was inserted belongs to the place where it was put', () => {
  const edited = editText('a: >= 5', [edit(3, 3, '"'), edit(7, 7, '"')]);
  expect(edited.text).toBe('a: ">= 5"');
  expect([3, 4, 8, 9].map((offset) => edited.originalOffset(offset))).toEqual([3, 3, 7, 7]);
});
