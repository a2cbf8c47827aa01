import type { TextEdit } from './span.ts';

/** A text after edits, with the way back to the places of the original. */
interface EditedText {
  readonly text: string;
  /** Where a place of the edited text stood; a place inside new text counts as the nearest one that was there. */
  readonly originalOffset: (offset: number) => number;
}

interface Piece {
  readonly start: number;
  readonly original: number;
  /** How much of the original this piece stands for: places behind count as its end. */
  readonly originalEnd: number;
}

/** The text with the edits made. They may come in any order, but must not overlap: that is a bug and throws. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return editText(text, edits).text;
}

/** Like `applyEdits`, and remembers where everything came from. */
export function editText(text: string, edits: readonly TextEdit[]): EditedText {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const pieces: Piece[] = [];
  let result = '';
  let done = 0;
  for (const { span, text: replacement } of sorted) {
    if (span.start < done || span.end < span.start || span.end > text.length)
      throw new Error(`Edit ${span.start}-${span.end} overlaps another one or leaves the text of ${text.length}`);
    pieces.push({ start: result.length, original: done, originalEnd: span.start });
    result += text.slice(done, span.start);
    pieces.push({ start: result.length, original: span.start, originalEnd: span.end });
    result += replacement;
    done = span.end;
  }
  pieces.push({ start: result.length, original: done, originalEnd: text.length });
  result += text.slice(done);
  return { text: result, originalOffset: (offset) => originalOffset(pieces, offset) };
}

function originalOffset(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (piece === undefined) return offset;
  return Math.min(piece.original + Math.max(0, offset - piece.start), piece.originalEnd);
}
