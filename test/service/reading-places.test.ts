import { expect, test } from 'vitest';
import { placeOfWords } from '../../engine/service/place-of-words.ts';
import { layered } from '../../engine/site/charts/layered.ts';
import { pageOfFile } from '../../engine/site/page-of.ts';
import { head, textOf, workspace } from './handbook.ts';

const text = textOf(head);

test('formulas of a page carry the place of their text', () => {
  const { html } = pageOfFile(workspace.handbook, head, '2026-06-01', 'en', layered) ?? { html: '' };
  const places = [...html.matchAll(/data-at="(\d+) (\d+) ([^"]+)"/g)];
  expect(new Set(places.map(([, , , file]) => file))).toEqual(new Set([head]));
  const written = places.map(([, start, end]) => text.slice(Number(start), Number(end)));
  const tiers = [...text.matchAll(/\{ in: "([^"]+)", rate: ([^ ,}]+)/g)];
  expect(tiers).toHaveLength(9);
  for (const [, range, rate] of tiers) {
    expect(written).toContain(range);
    expect(written).toContain(rate);
  }
});

const words = [
  { said: "Head's commission", is: "Head's commission" },
  { said: ' 30%至31%、50%至51%、\n 80%至81%之间无档。', is: '30%至31%、50%至51%、80%至81%之间无档。' },
  {
    said: 'A tier goes on until the next one starts. fractions · proposed',
    is: 'A tier goes on until the next one starts.',
  },
  // Too short to mean anything, and not of this file.
  { said: '2% 1', is: undefined },
  { said: 'Somebody else', is: undefined },
] as const;
test.each(words)('the words “$said” are found in the file', ({ said, is }) => {
  const span = placeOfWords(workspace, head, said);
  expect(span && text.slice(span.start, span.end)).toBe(is);
});
