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

/** The edits with those of further mends, which replace what was mended inside them before. */
export function withMends(edits: readonly TextEdit[], findings: readonly Finding[]): readonly TextEdit[] {
  const mends = findings.filter(({ mend }) => mend.length > 0);
  const places = mends.map(({ diagnostic }) => diagnostic.span).sort((a, b) => a.start - b.start);
  const kept: TextEdit[] = [];
  let next = 0;
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    while (next < places.length && (places[next]?.end ?? 0) < edit.span.start) next++;
    const place = places[next];
    if (place === undefined || edit.span.end < place.start) kept.push(edit);
  }
  return [...kept, ...mends.flatMap(({ mend }) => mend)];
}
