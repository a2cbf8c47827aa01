import { distinct } from '../diagnostic/arrange.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';

/** By place: the order in which parts of a file were looked at shows in nothing. */
export function byPlace(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return distinct(
    found.toSorted(
      (a, b) =>
        compared(a.span.file, b.span.file) ||
        a.span.start - b.span.start ||
        a.span.end - b.span.end ||
        compared(a.code, b.code) ||
        compared(JSON.stringify(a), JSON.stringify(b)),
    ),
  );
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
