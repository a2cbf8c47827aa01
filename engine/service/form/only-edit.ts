import type { TextEdit } from '../../source/span.ts';
import type { State } from './state.ts';

/** The edits of one step as they are; of several steps one edit for each stretch of lines that is different now. */
export function onlyEdit(before: State, after: State): readonly TextEdit[] {
  const [first, ...more] = after.steps;
  if (first === undefined) return [];
  return more.length === 0 ? first : [difference(before.file.name, before.file.text, after.file.text)];
}

/** What lies between the text that both begin with and the text that both end with. */
function difference(file: string, before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  // Half of a character outside the basic plane is no text.
  if (/[\ud800-\udbff]/.test(before[start - 1] ?? '')) start--;
  if (/[\udc00-\udfff]/.test(before[before.length - same] ?? '')) same--;
  return {
    span: { file, start, end: before.length - same },
    text: after.slice(start, after.length - same),
  };
}
