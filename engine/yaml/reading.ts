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
 * The edits with those of further mends. Of mends that overlap the first is made: the other's mistake shows again in the next
 * round. Quotes replace the quotes that were put inside them before, and a replacement what was mended in its place.
 */
export function withMends(edits: readonly TextEdit[], findings: readonly Finding[]): readonly TextEdit[] {
  const regions: Region[] = [];
  const made: TextEdit[] = [];
  const mends = findings.filter(({ mend }) => mend.length > 0).map(({ mend }) => ({ mend, region: regionOf(mend) }));
  for (const { mend, region } of mends.sort((a, b) => a.region.start - b.region.start || a.region.end - b.region.end)) {
    if (region.start < (regions.at(-1)?.end ?? 0)) continue;
    made.push(...mend);
    if (region.start < region.end) regions.push(region);
  }
  return apart([...untouched(edits, regions), ...made]);
}

interface Region {
  readonly start: number;
  readonly end: number;
  readonly quotes: boolean;
}

function regionOf(mend: readonly TextEdit[]): Region {
  return {
    start: Math.min(...mend.map(({ span }) => span.start)),
    end: Math.max(...mend.map(({ span }) => span.end)),
    quotes: mend.every(isInsertion),
  };
}

const isInsertion = ({ span }: TextEdit): boolean => span.start === span.end;

function untouched(edits: readonly TextEdit[], regions: readonly Region[]): readonly TextEdit[] {
  let next = 0;
  return edits
    .toSorted((a, b) => a.span.start - b.span.start)
    .filter((edit) => {
      const { start, end } = edit.span;
      while (next < regions.length && (regions[next]?.end ?? 0) < start) next++;
      const region = regions[next];
      if (region === undefined || end < region.start) return true;
      return region.quotes ? !isInsertion(edit) : end <= region.start || start >= region.end;
    });
}

/** Without edits that would still overlap: reading on may be worse for it, but never fails. */
function apart(edits: readonly TextEdit[]): readonly TextEdit[] {
  let done = 0;
  return edits
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .filter(({ span }) => {
      if (span.start < done) return false;
      done = span.end;
      return true;
    });
}
