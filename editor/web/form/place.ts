/** A cell of a grid as it is shown: rows and visible columns from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Cells between two corners. */
export interface Block {
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

export function blockOf(a: Place, b: Place): Block {
  return {
    rows: [Math.min(a.row, b.row), Math.max(a.row, b.row)],
    columns: [Math.min(a.column, b.column), Math.max(a.column, b.column)],
  };
}

export const isIn = ({ rows, columns }: Block, { row, column }: Place): boolean =>
  row >= rows[0] && row <= rows[1] && column >= columns[0] && column <= columns[1];

/** Where a key leads in a grid of that size; undefined for keys that do not move. */
export function moved(
  { row, column }: Place,
  key: string,
  isFar: boolean,
  size: { readonly rows: number; readonly columns: number },
): Place | undefined {
  const [lastRow, lastColumn] = [Math.max(0, size.rows - 1), Math.max(0, size.columns - 1)];
  switch (key) {
    case 'ArrowUp':
      return { row: isFar ? 0 : Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: isFar ? lastRow : Math.min(lastRow, row + 1), column };
    case 'ArrowLeft':
      return { row, column: isFar ? 0 : Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: isFar ? lastColumn : Math.min(lastColumn, column + 1) };
    case 'Home':
      return { row: isFar ? 0 : row, column: 0 };
    case 'End':
      return { row: isFar ? lastRow : row, column: lastColumn };
    case 'PageUp':
      return { row: Math.max(0, row - 10), column };
    case 'PageDown':
      return { row: Math.min(lastRow, row + 10), column };
    default:
      return undefined;
  }
}

/** The cell that follows in reading order, or the one before. */
export function tabbed(
  { row, column }: Place,
  isBack: boolean,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Place {
  if (isBack) {
    if (column > 0) return { row, column: column - 1 };
    return row > 0 ? { row: row - 1, column: Math.max(0, columns - 1) } : { row, column };
  }
  if (column < columns - 1) return { row, column: column + 1 };
  return row < rows - 1 ? { row: row + 1, column: 0 } : { row, column };
}

/** Cells as spreadsheets read them from the clipboard. */
export const clipboardText = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t'))
    .join('\n');
