import type { Cell } from '../../tables/cell.ts';
import { addressOf, mergedOf, type Merged } from './address.ts';
import { cellOf, unfit, type StoredCell } from './cell-value.ts';
import { mergedCell } from './messages.ts';
import type { Workbook } from './workbook.ts';
import { xmlReader, type Listener } from './xml.ts';

/** A row that holds something: its number, from 1, and its cells from column A on. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly Cell[];
  /** The merged cells that it has a part in. */
  readonly merged: readonly Merged[];
}

/** The rows of a sheet as they are unpacked; rows without any value are left out. */
export async function* sheetRows(
  bytes: AsyncIterable<Uint8Array>,
  workbook: Workbook,
  merged: readonly Merged[],
): AsyncGenerator<SheetRow, void, undefined> {
  const done: SheetRow[] = [];
  const reader = xmlReader(
    rowListener(workbook, merged, (row) => {
      done.push(row);
    }),
  );
  for await (const chunk of bytes) {
    reader.push(chunk);
    yield* done.splice(0);
  }
}

/** Merged cells stand behind all rows, so they are looked for first. */
export async function mergedCells(bytes: AsyncIterable<Uint8Array>): Promise<readonly Merged[]> {
  const found: Merged[] = [];
  let rest = '';
  for await (const chunk of bytes) {
    const text = rest + Buffer.from(chunk).toString('latin1');
    for (const [, range = ''] of text.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*?ref="([^"]{1,40})"[^<>]*>/g)) {
      const one = mergedOf(range);
      if (one !== undefined) found.push(one);
    }
    const open = text.lastIndexOf('<');
    rest = open > text.lastIndexOf('>') && text.length - open < 200 ? text.slice(open) : '';
  }
  return found.toSorted((a, b) => a.top - b.top);
}

function rowListener(workbook: Workbook, merged: readonly Merged[], done: (row: SheetRow) => void): Listener {
  let [row, column, next] = [0, 0, 0];
  let cells: Cell[] = [];
  let here: readonly Merged[] = [];
  let cell: { type: string; style: number; value: string | undefined; hasFormula: boolean } | undefined;
  let [inValue, readings] = [false, 0];
  const isWithin = (): Merged | undefined => here.find(({ left, right }) => left <= column && column <= right);
  const put = (stored: StoredCell): void => {
    const one = isWithin();
    const value = cellOf(stored, workbook);
    const text = typeof value === 'string' ? value : value.text;
    while (cells.length < column) cells.push('');
    cells[column] = one === undefined ? value : unfit(text, mergedCell(one.text));
  };
  return {
    open: (name, { r = '', t = 'n', s = '0' }) => {
      if (name === 'row') {
        row = r === '' ? row + 1 : Number(r);
        [cells, column] = [[], -1];
        const first = next;
        while ((merged[next]?.top ?? Infinity) <= row) next += 1;
        here = [...here, ...merged.slice(first, next)].filter(({ bottom }) => row <= bottom);
      } else if (name === 'c') {
        column = addressOf(r)?.column ?? column + 1;
        cell = { type: t, style: Number(s), value: undefined, hasFormula: false };
      } else if (cell !== undefined) {
        if (name === 'rPh') readings += 1;
        if (name === 'f') cell.hasFormula = true;
        inValue = name === 'v' || (name === 't' && readings === 0);
        if (inValue) cell.value ??= '';
      }
    },
    text: (piece) => {
      if (inValue && cell !== undefined) cell.value = (cell.value ?? '') + piece;
    },
    close: (name) => {
      inValue = false;
      if (name === 'rPh') readings -= 1;
      if (name === 'c' && cell !== undefined) {
        put(cell);
        cell = undefined;
      }
      if (name !== 'row') return;
      // Cells hidden under a merged one may not be written at all.
      for (const one of here)
        for (let at = one.left; at <= Math.min(one.right, 16_383); at++) {
          while (cells.length <= at) cells.push('');
          if (cells[at] === '') cells[at] = unfit('', mergedCell(one.text));
        }
      if (cells.some((one) => one !== '')) done({ row, cells, merged: here });
    },
  };
}
