/** A text with a name and the places where its lines start, so that offsets turn into lines only where people read them. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** Both from 1; the column counts UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Lines end with LF or CRLF; a lone CR ends none. */
export function sourceFile(name: string, text: string): SourceFile {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { name, text, lineStarts };
}

/** The position of an offset; offsets outside the text count as its start or end. */
export function positionAt(file: SourceFile, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, file.text.length));
  let low = 0;
  let high = file.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((file.lineStarts[middle] ?? 0) <= inside) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: inside - (file.lineStarts[low] ?? 0) + 1 };
}

/** The offset of a position; a column behind the line's end counts as its end. */
export function offsetAt(file: SourceFile, position: Position): number {
  if (position.line < 1) return 0;
  const start = file.lineStarts[position.line - 1];
  if (start === undefined) return file.text.length;
  return start + Math.max(0, Math.min(position.column - 1, lineText(file, position.line).length));
}

/** A line (from 1) without its end. */
export function lineText(file: SourceFile, line: number): string {
  const start = file.lineStarts[line - 1];
  if (start === undefined) return '';
  const text = file.text.slice(start, file.lineStarts[line] ?? file.text.length);
  return text.replace(/\r?\n$/, '');
}
