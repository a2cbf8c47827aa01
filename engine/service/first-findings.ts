import { distinct } from '../diagnostic/arrange.ts';
import type { Diagnostic, Fix } from '../diagnostic/diagnostic.ts';
import { sameData } from '../source/same-data.ts';
import type { Span } from '../source/span.ts';

/** What is wrong in a file: what its text alone says, and what only the whole handbook can. */
export interface FileFindings {
  readonly ofText: readonly Diagnostic[];
  readonly ofHandbook: readonly Diagnostic[];
  /** Its structure means nothing, so that the handbook says nothing about it either. */
  readonly isBroken: boolean;
}

/** All of them, each once. */
export const allOf = ({ ofText, ofHandbook }: FileFindings): readonly Diagnostic[] =>
  distinct([...ofText, ...ofHandbook]);

/** Do they say the same at the same places? */
export const sameDiagnostics = (a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean => sameData(a, b);

/**
 * What can be said right after a keystroke: what `text` says by itself now, and what the handbook said about the text before,
 * until it has been asked again. `known` speaks of the text as it is now (see `movedFindings`).
 */
export function firstFindings(alone: FileFindings, known: FileFindings, text: string): FileFindings {
  if (alone.isBroken && !known.isBroken) return alone;
  // In an expression that cannot be read nothing else is told.
  const lineOf = ({ span }: Diagnostic): number => text.lastIndexOf('\n', span.start - 1);
  const unread = new Set(alone.ofText.map(lineOf));
  return { ...alone, ofHandbook: known.ofHandbook.filter((one) => !unread.has(lineOf(one))) };
}

/** Findings about a text, at the places where they stand after a change of it. What was deleted is no place; mends of what changed are none. */
export function movedFindings(findings: FileFindings, path: string, before: string, now: string): FileFindings {
  const move = moving(before, now);
  const moved = (all: readonly Diagnostic[]): readonly Diagnostic[] =>
    all.flatMap((one) => movedFinding(one, path, move) ?? []);
  return { ...findings, ofText: moved(findings.ofText), ofHandbook: moved(findings.ofHandbook) };
}

type Move = (span: Span) => (Span & { readonly isChanged: boolean }) | undefined;

function movedFinding(one: Diagnostic, path: string, move: Move): Diagnostic | undefined {
  const place = move(one.span);
  if (place === undefined) return undefined;
  const isHere = ({ span }: { readonly span: Span }): boolean => span.file === path;
  const related = one.related.flatMap((other) => {
    const span = isHere(other) ? move(other.span) : other.span;
    return span === undefined ? [] : [{ ...other, span: spanOf(span) }];
  });
  const fixes = one.fixes.flatMap((fix): Fix[] => {
    const edits = fix.edits.map((edit) => ({ edit, span: isHere(edit) ? move(edit.span) : edit.span }));
    if (edits.some(({ span }) => span === undefined || ('isChanged' in span && span.isChanged))) return [];
    return [{ ...fix, edits: edits.map(({ edit, span = edit.span }) => ({ ...edit, span: spanOf(span) })) }];
  });
  return { ...one, span: spanOf(place), related, fixes };
}

const spanOf = ({ file, start, end }: Span): Span => ({ file, start, end });

/** Where a stretch of the text stands after one change; undefined where it is gone. */
function moving(before: string, now: string): Move {
  const shorter = Math.min(before.length, now.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === now.charCodeAt(from)) from += 1;
  let left = 0;
  while (left < shorter - from && before.charCodeAt(before.length - 1 - left) === now.charCodeAt(now.length - 1 - left))
    left += 1;
  const to = before.length - left;
  const shift = now.length - before.length;
  return ({ file, start, end }) => {
    if (end <= from) return { file, start, end, isChanged: end === from && start < end };
    if (start >= to) return { file, start: start + shift, end: end + shift, isChanged: start === to };
    if (start >= from && end <= to) return undefined;
    // Partly changed: what is left of it, or all of it around the change.
    return {
      file,
      start: start < from ? start : to + shift,
      end: end > to ? end + shift : from,
      isChanged: true,
    };
  };
}
