import type { TextEdit } from '../../source/span.ts';

/** Edits that turn a text into another one line by line, so that the cursor and marks of untouched lines stay. */
export function lineEdits(file: string, before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const [old, now] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const changed = { old: old.slice(head, old.length - tail), now: now.slice(head, now.length - tail) };
  const start = lengthOf(old.slice(0, head));
  if (changed.old.length !== changed.now.length) {
    return [{ span: { file, start, end: start + lengthOf(changed.old) }, text: changed.now.join('') }];
  }
  let at = start;
  return changed.old.flatMap((line, index) => {
    const span = { file, start: at, end: at + line.length };
    at = span.end;
    const text = changed.now[index] ?? '';
    return text === line ? [] : [{ span, text }];
  });
}

/** With their ends. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);
