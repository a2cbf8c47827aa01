import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Unreadable } from './unreadable.ts';
import type { Cell } from './cell.ts';
import type { Delimiter } from './delimiter.ts';
import type { Encoding } from './encoding.ts';

/** A table read row by row, so that its size does not matter. */
export interface Table {
  /** What messages call it. */
  readonly name: string;
  readonly format: TableFormat;
  readonly header: readonly string[];
  readonly manner: Manner;
  /** All rows in their order, once; what stops the reading comes last. */
  readonly rows: AsyncIterable<Row | Unreadable>;
  /** The same rows, many at a time, in place of `rows`: where there are a million, each step counts. */
  readonly blocks?: AsyncIterable<readonly (Row | Unreadable)[]>;
  /** Only of a file whose columns have types, by their places. */
  readonly typed?: readonly TypedColumn[];
  /** Only of a workbook: the sheet, and the address of a cell in it by its row's number and its column's place. */
  readonly sheet?: { readonly name: string; readonly address: (line: number, index: number) => string };
}

export interface TypedColumn {
  /** What the file's own format says of it. */
  readonly element: object;
  /** It holds exact numbers, which count what their fact counts where no unit is said. */
  readonly isNumber: boolean;
  /** Why no fact can be read from it. */
  readonly unfit?: Texts;
}

export const tableFormats = ['csv', 'jsonl', 'xlsx', 'parquet'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** How a text file is written: a result is written like the file it came from, or spreadsheets misread it. */
export interface Manner {
  /** Of the file; known for certain only once text beyond ASCII was read. */
  readonly encoding?: Encoding | undefined;
  readonly mark: boolean;
  /** Between cells; a comma where the file has none. */
  readonly delimiter?: Delimiter | undefined;
  readonly lineEnd: '\n' | '\r\n';
}

export interface Row {
  /** Where it begins: the line of a text file, the row of a sheet. */
  readonly line: number;
  /** As many as the header has. */
  readonly cells: readonly Cell[];
  /** What stands behind the last column. */
  readonly extra?: readonly string[];
  /** Where columns have types: the values as they are stored. */
  readonly values?: readonly unknown[];
  /** The row as it was written, where the result repeats it. */
  readonly source?: string;
  /** Cells may stand under the wrong header then: none of them may be used. */
  readonly problem?: Texts;
}

/** The rows of any table, many at a time where it gives them so. */
export async function* blocksOf({
  rows,
  blocks,
}: Pick<Table, 'rows' | 'blocks'>): AsyncGenerator<readonly (Row | Unreadable)[]> {
  if (blocks !== undefined) yield* blocks;
  else for await (const row of rows) yield [row];
}

/** The place of a row, as messages begin: `october.csv:7`, `october.xlsx, sheet “Sales”, row 7`. */
export function rowPlace({ name, sheet }: Pick<Table, 'name' | 'sheet'>, line: number): Texts {
  const place = `${name}:${line}`;
  if (sheet === undefined) return { en: place, zh: place };
  return { en: `${name}, sheet “${sheet.name}”, row ${line}`, zh: `${name} 工作表“${sheet.name}”第 ${line} 行` };
}
