import { positionAt } from '../source/source-file.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Span } from '../source/span.ts';
import type { Diagnostic, Severity, Texts } from './diagnostic.ts';

/** A place for programs that count lines: all from 1, the end exclusive. */
interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Without a place where the text is not known. */
interface Placed {
  readonly span: Span;
  readonly place?: Place;
}

/** A diagnostic as `--json` gives it: lines and columns stand beside every span. */
export interface PlacedDiagnostic extends Placed {
  readonly code: string;
  readonly severity: Severity;
  readonly blocks: boolean;
  readonly message: Texts;
  readonly related: readonly (Placed & { readonly message: Texts })[];
  readonly fixes: readonly { readonly title: Texts; readonly edits: readonly (Placed & { readonly text: string })[] }[];
  readonly witness?: Readonly<Record<string, string>>;
}

/** Adds lines and columns to a diagnostic, its related places and its edits. */
export function withPlaces(diagnostic: Diagnostic, fileOf: (name: string) => SourceFile | undefined): PlacedDiagnostic {
  const placed = <Part extends { readonly span: Span }>(part: Part): Part & Placed => {
    const file = fileOf(part.span.file);
    return file === undefined ? part : { ...part, place: placeOf(file, part.span) };
  };
  return {
    ...placed(diagnostic),
    related: diagnostic.related.map(placed),
    fixes: diagnostic.fixes.map(({ title, edits }) => ({ title, edits: edits.map(placed) })),
  };
}

function placeOf(file: SourceFile, span: Span): Place {
  const { line, column } = positionAt(file, span.start);
  const end = positionAt(file, span.end);
  return { line, column, endLine: end.line, endColumn: end.column };
}
