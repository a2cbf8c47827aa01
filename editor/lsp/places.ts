import type { Position, Range } from 'vscode-languageserver/node';
import type { SourceFile } from '../../engine/service/index.ts';
import { offsetAt, positionAt, type Span } from '../../engine/service/index.ts';

/** The protocol counts lines and UTF-16 units from 0. */
export function positionOf(file: SourceFile, offset: number): Position {
  const { line, column } = positionAt(file, offset);
  return { line: line - 1, character: column - 1 };
}

export function offsetOf(file: SourceFile, { line, character }: Position): number {
  return offsetAt(file, { line: line + 1, column: character + 1 });
}

export function rangeOf(file: SourceFile, { start, end }: Pick<Span, 'start' | 'end'>): Range {
  return { start: positionOf(file, start), end: positionOf(file, end) };
}
