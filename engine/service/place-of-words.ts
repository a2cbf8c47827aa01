import type { Span } from '../source/span.ts';
import { readingOf } from './language/file-sketch.ts';
import type { Workspace } from './workspace.ts';

/** Fewer letters stand in many places by chance; a Chinese sign says more than a letter. */
const fewest = (text: string): number => (/\p{Script=Han}/u.test(text) ? 2 : 4);

/**
 * Where a file has what a page shows: the longest text of it that stands in these words, blanks aside. Undefined where none does, or where
 * the words are put together from figures and names alone.
 */
export function placeOfWords(workspace: Workspace, path: string, words: string): Span | undefined {
  const shown = inked(words);
  let best: { readonly length: number; readonly span: Span } | undefined;
  for (const { scalar, role } of readingOf(workspace, path)?.written ?? []) {
    const text = inked(scalar.text);
    if (role === 'key' || text.length < fewest(text) || text.length <= (best?.length ?? 0)) continue;
    if (shown.includes(text))
      best = { length: text.length, span: { file: path, start: scalar.start, end: scalar.end } };
  }
  return best?.span;
}

const inked = (text: string): string => text.replaceAll(/\s+/g, '');
