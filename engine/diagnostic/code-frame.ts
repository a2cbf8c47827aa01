import { lineText, positionAt } from '../source/source-file.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';
import { displayWidth } from '../source/width.ts';

/** The lines of a place with the place underlined. */
interface FrameLine {
  /** Empty where lines are left out. */
  readonly number: string;
  readonly text: string;
  /** Blanks and marks under the text; as wide as it in a terminal. */
  readonly marks: string;
}

const mostCells = 110;
const mostLines = 3;

/** A place as a terminal shows it: long lines cut around it, of many lines the first and the last. */
export function codeFrame(file: SourceFile, span: Span): readonly FrameLine[] {
  const first = positionAt(file, span.start).line;
  const last = Math.max(first, positionAt(file, Math.max(span.start, span.end - 1)).line);
  const numbers = last - first < mostLines ? range(first, last) : [first, 0, last];
  return numbers.map((number) => (number === 0 ? { number: '', text: '…', marks: '' } : frameLine(file, span, number)));
}

/** Text that a terminal prints as it is: tabs as arrows, and signs that would move the cursor or turn the direction, by name. */
export function printable(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, (sign) =>
    sign === '\t' ? '→ ' : `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}

function frameLine(file: SourceFile, span: Span, number: number): FrameLine {
  const lineStart = file.lineStarts[number - 1] ?? 0;
  const written = lineText(file, number);
  const indentation = written.length - written.trimStart().length;
  // On a later line of a long place the blanks before the text are not what is meant.
  const from = Math.max(span.start - lineStart, span.start < lineStart ? indentation : 0);
  const to = Math.min(span.end - lineStart, written.length);
  const window = cut(written, from);
  let text = window.start > 0 ? '…' : '';
  let marks = window.start > 0 ? ' ' : '';
  let offset = window.start;
  for (const sign of written.slice(window.start, window.end)) {
    // The byte order mark of a file is no part of its first line.
    const shown = lineStart + offset === 0 && sign === '\ufeff' ? '' : printable(sign);
    text += shown;
    marks += (offset >= from && offset < to ? '^' : ' ').repeat(displayWidth(shown));
    offset += sign.length;
  }
  if (to <= from && from >= window.start)
    marks = `${' '.repeat(displayWidth(printable(written.slice(window.start, from))) + (window.start > 0 ? 1 : 0))}^`;
  return { number: String(number), text: window.end < written.length ? `${text}…` : text, marks: marks.trimEnd() };
}

/** The stretch of a line that fits, with the place in it. */
function cut(written: string, from: number): { readonly start: number; readonly end: number } {
  if (displayWidth(written.slice(0, mostCells)) <= mostCells && written.length <= mostCells)
    return { start: 0, end: written.length };
  // Even of wide signs so many fit before the place that it is seen.
  let start = Math.max(0, from - Math.floor(mostCells / 4));
  // Never between the halves of one sign.
  if (isLowHalf(written, start)) start--;
  let end = start;
  let cells = 0;
  for (const sign of written.slice(start, start + mostCells)) {
    cells += displayWidth(sign);
    if (cells > mostCells) break;
    end += sign.length;
  }
  return { start, end: isLowHalf(written, end) ? end - 1 : end };
}

function isLowHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff;
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
