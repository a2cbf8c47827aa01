import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { textOf, type Cell } from '../../tables/cell.ts';
import { columnName } from './address.ts';
import { sheetCell } from './cell-xml.ts';
import { tooLongCell, tooManyRows } from './messages.ts';
import { fixedParts, sheetEnd, sheetStart, stylesXml } from './parts.ts';

/** A workbook of one sheet that is written row by row and stands under its name only when it is whole. */
interface WorkbookOutput {
  /** Rejects with an error that is `Unreadable` where a workbook has no room for it. */
  readonly row: (cells: readonly Cell[]) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly abandon: () => Promise<void>;
}

const mostRows = 1_048_576;
const mostCharacters = 32_767;

/** Begins to write a workbook, as `PATH.part` until it is finished. */
export async function openWorkbook(path: string, sheet: string): Promise<WorkbookOutput> {
  const part = `${path}.part`;
  const file = createWriteStream(part);
  await once(file, 'open');
  const zip = new ZipFile();
  const rows = new PassThrough();
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml');
  const written = pipeline(zip.outputStream as Readable, file).catch((error: unknown) => {
    rows.destroy(error instanceof Error ? error : undefined);
    throw error;
  });
  // Whoever awaits it hears of a failure; until then nobody does.
  written.catch(() => undefined);
  rows.on('error', () => undefined);
  const formats: string[] = [];
  const styleOf = (format: string): number => {
    const known = formats.indexOf(format);
    return known >= 0 ? known + 1 : formats.push(format);
  };
  const write = async (text: string): Promise<void> => {
    if (rows.errored !== null) throw rows.errored;
    if (!rows.write(text)) await once(rows, 'drain');
  };
  let count = 0;
  return {
    row: async (cells) => {
      if (count >= mostRows) throw tooManyRows(mostRows);
      const long = cells.findIndex((cell) => textOf(cell).length > mostCharacters);
      if (long >= 0) throw tooLongCell(count + 1, long + 1, mostCharacters);
      const start = count === 0 ? sheetStart : '';
      count += 1;
      const row = cells.map((cell, column) => sheetCell(cell, `${columnName(column)}${count}`, styleOf)).join('');
      await write(`${start}<row r="${count}">${row}</row>`);
    },
    finish: async () => {
      await write((count === 0 ? sheetStart : '') + sheetEnd);
      rows.end();
      for (const [name, text] of fixedParts(sheet)) zip.addBuffer(Buffer.from(text), name);
      zip.addBuffer(Buffer.from(stylesXml(formats)), 'xl/styles.xml');
      zip.end();
      await written;
      await rename(part, path);
    },
    abandon: async () => {
      rows.destroy();
      file.destroy();
      await written.catch(() => undefined);
      await rm(part, { force: true });
    },
  };
}
