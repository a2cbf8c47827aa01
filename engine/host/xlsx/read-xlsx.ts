import { textOf } from '../../tables/cell.ts';
import type { Row, Table } from '../../tables/table.ts';
import type { Unreadable } from '../../tables/unreadable.ts';
import { whyUnreadable } from '../read-text.ts';
import { columnName } from './address.ts';
import { emptySheet, mergedHeader, noSheet, noWorkbook, severalSheets } from './messages.ts';
import { openPackage, type Package } from './package.ts';
import { mergedCells, sheetRows, type SheetRow } from './sheet-rows.ts';
import { readWorkbook, type Sheet, type Workbook } from './workbook.ts';

interface Options {
  readonly name: string;
  readonly missing: Unreadable;
  /** Needed where the workbook shows several. */
  readonly sheet?: string | undefined;
  /** The row with the names of the columns, where it is not the first that holds something. */
  readonly headerRow?: number | undefined;
}

/** Begins to read one sheet of a workbook, by its path or its bytes. */
export async function readXlsx(file: string | Buffer, options: Options): Promise<Table | Unreadable> {
  let parts: Package | undefined;
  try {
    parts = await openPackage(file);
    const table = await readSheet(parts, options);
    if ('unreadable' in table) parts.close();
    return table;
  } catch (error) {
    parts?.close();
    return whyNoWorkbook(error, options);
  }
}

async function readSheet(parts: Package, options: Options): Promise<Table | Unreadable> {
  const { name } = options;
  const workbook = await readWorkbook(parts);
  const sheet = chosenSheet(workbook, options);
  if ('unreadable' in sheet) return sheet;
  const merged = await mergedCells(await parts.read(sheet.path));
  const rows = sheetRows(await parts.read(sheet.path), workbook, merged);
  const first = await firstRow(rows, options.headerRow);
  if (first === undefined) return emptySheet(name, sheet.name);
  const [range] = first.merged;
  if (range !== undefined) return mergedHeader(name, sheet.name, range.text, first.row);
  const header = first.cells.map(textOf);
  return {
    name,
    format: 'xlsx',
    header,
    manner: { mark: false, lineEnd: '\n' },
    sheet: { name: sheet.name, address: (line, index) => `${columnName(index)}${line}` },
    rows: rowsOf(rows, header.length, parts, options),
  };
}

function chosenSheet({ sheets }: Workbook, { name, sheet: wanted }: Options): Sheet | Unreadable {
  const names = sheets.map((sheet) => sheet.name);
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const [only, ...others] = wanted === undefined ? shown : sheets.filter((sheet) => sheet.name === wanted);
  if (only === undefined) return wanted === undefined ? noWorkbook(name) : noSheet(name, wanted, names);
  return others.length === 0
    ? only
    : severalSheets(
        name,
        shown.map((sheet) => sheet.name),
      );
}

async function firstRow(
  rows: AsyncGenerator<SheetRow, void, undefined>,
  headerRow: number | undefined,
): Promise<SheetRow | undefined> {
  for (;;) {
    const next = await rows.next();
    if (next.done === true) return undefined;
    if (headerRow === undefined || next.value.row >= headerRow) return next.value;
  }
}

async function* rowsOf(
  rows: AsyncGenerator<SheetRow, void, undefined>,
  width: number,
  parts: Package,
  options: Options,
): AsyncGenerator<Row | Unreadable, void, undefined> {
  try {
    for await (const { row, cells } of rows) {
      const blanks = Array.from({ length: Math.max(0, width - cells.length) }, () => '');
      const extra = cells.slice(width).map(textOf);
      const has = extra.some((text) => text !== '');
      yield { line: row, cells: [...cells.slice(0, width), ...blanks], ...(has ? { extra } : {}) };
    }
  } catch (error) {
    yield whyNoWorkbook(error, options);
  } finally {
    parts.close();
  }
}

/** Packing and XML fail in many words; a file that is not there or not allowed fails in its own. */
function whyNoWorkbook(error: unknown, { name, missing }: Options): Unreadable {
  // Decoders say what is wrong with the bytes by an error of types that has a code; one without is a bug.
  if (!(error instanceof Error) || (error instanceof TypeError && !('code' in error))) throw error;
  const isOfFile = 'syscall' in error && 'code' in error;
  return isOfFile ? whyUnreadable(error, name, missing) : noWorkbook(name);
}
