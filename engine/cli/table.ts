import { printable } from '../diagnostic/code-frame.ts';
import { displayWidth } from '../source/width.ts';

export interface Cell {
  readonly text: string;
  readonly align?: 'left' | 'right';
  /** A heading over several columns: it widens none, and runs over the empty cells behind it. */
  readonly spills?: boolean;
  /** Adds what takes no room, such as colour. */
  readonly paint?: (text: string) => string;
}

const between = 2;

/** Rows as lines whose columns stand under each other, also where characters are two cells wide. */
export function alignTable(rows: readonly (readonly Cell[])[]): readonly string[] {
  const safe = rows.map((row) => row.map((cell) => ({ ...cell, text: printable(cell.text) })));
  const widths: number[] = [];
  for (const row of safe) {
    row.forEach(({ text, spills = false }, i) => {
      widths[i] = Math.max(widths[i] ?? 0, spills ? 0 : displayWidth(text));
    });
  }
  return safe.map((row) => line(row, widths));
}

function line(row: readonly Cell[], widths: readonly number[]): string {
  let [written, width, start] = ['', 0, 0];
  row.forEach(({ text, align = 'left', paint = (plain) => plain }, i) => {
    const [column, own] = [widths[i] ?? 0, displayWidth(text)];
    if (text !== '') {
      const from = Math.max(align === 'left' ? start : start + column - own, width === 0 ? 0 : width + between);
      written += ' '.repeat(from - width) + paint(text);
      width = from + own;
    }
    if (column > 0) start += column + between;
  });
  return written;
}
