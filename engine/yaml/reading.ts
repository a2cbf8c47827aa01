import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { editText } from '../source/edit.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span, TextEdit } from '../source/span.ts';

/** A file's text as it is read on, after mends, with the way back to what the author wrote. */
export interface Reading {
  readonly file: SourceFile;
  readonly text: string;
  /** The place in the author's text of a stretch of this one. */
  readonly place: (start: number, end: number) => Span;
}

/** Something wrong, and the edits to the author's text after which the file is read on as it was meant; none when that is unclear. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly mend: readonly TextEdit[];
}

/** The text after edits, whose places are those of the author's text. */
export function readingOf(file: SourceFile, edits: readonly TextEdit[]): Reading {
  const { text, originalOffset } = editText(file.text, edits);
  const place = (start: number, end: number): Span => {
    const from = originalOffset(start);
    return { file: file.name, start: from, end: Math.max(from, originalOffset(end)) };
  };
  return { file, text, place };
}

/** The edits with those of a further mend, which replaces what was mended inside it before. */
export function withMend(edits: readonly TextEdit[], { diagnostic, mend }: Finding): readonly TextEdit[] {
  if (mend.length === 0) return edits;
  const { start, end } = diagnostic.span;
  return [...edits.filter(({ span }) => span.end < start || span.start > end), ...mend];
}
