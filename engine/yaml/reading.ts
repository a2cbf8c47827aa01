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

/**
 * The edits with those of further mends, which replace what was mended inside them before. Of mends that overlap the first is
 * made: the other's mistake shows again in the next round.
 */
export function withMends(edits: readonly TextEdit[], findings: readonly Finding[]): readonly TextEdit[] {
  const regions: { readonly start: number; readonly end: number }[] = [];
  const made: TextEdit[] = [];
  const mends = findings.filter(({ mend }) => mend.length > 0).map(({ mend }) => ({ mend, ...extent(mend) }));
  for (const { mend, start, end } of mends.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < (regions.at(-1)?.end ?? 0)) continue;
    made.push(...mend);
    if (start < end) regions.push({ start, end });
  }
  return [...outside(edits, regions), ...made];
}

/** Edits that touch no region. */
function outside(
  edits: readonly TextEdit[],
  regions: readonly { readonly start: number; readonly end: number }[],
): readonly TextEdit[] {
  let next = 0;
  return edits
    .toSorted((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => {
      while (next < regions.length && (regions[next]?.end ?? 0) < span.start) next++;
      const region = regions[next];
      return region === undefined || span.end < region.start;
    });
}

function extent(mend: readonly TextEdit[]): { readonly start: number; readonly end: number } {
  return {
    start: Math.min(...mend.map(({ span }) => span.start)),
    end: Math.max(...mend.map(({ span }) => span.end)),
  };
}
