/** `0` is column A, `26` column AA. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnName(rest) : '') + String.fromCharCode(65 + (index % 26));
}

/** Where a cell stands; undefined when the text is no address. Columns count from 0, rows from 1. */
export function addressOf(text: string): { readonly column: number; readonly row: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (match === null) return undefined;
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(match[2]) };
}

/** Cells that are one: from the first to the last address. */
export interface Merged {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function mergedOf(text: string): Merged | undefined {
  const [from = '', to = from] = text.split(':');
  const [start, end] = [addressOf(from), addressOf(to)];
  if (start === undefined || end === undefined) return undefined;
  return { text, left: start.column, right: end.column, top: start.row, bottom: end.row };
}
