import { open, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { endOfRecord } from '../../blocks/cut.ts';
import { formatOf, type TableSource } from '../../host/table/open-table.ts';
import { tableFormats } from '../../tables/table.ts';
import type { OpenMapping } from '../mapping.ts';
import type { Call, Options } from '../verb.ts';

/** A file whose rows are asked about in blocks. */
export interface BlockSource {
  readonly path: string;
  readonly format: 'csv' | 'jsonl';
  readonly size: number;
  /** When it was changed, in milliseconds. */
  readonly changed: number;
  /** Its beginning, or all of it. */
  readonly head: Uint8Array;
  /** Where the rows begin, and how many lines stand before them. */
  readonly from: number;
  readonly lines: number;
}

const headSize = 1 << 20;

/**
 * The format of the table and of the result where a call asks nothing of rows that needs all of them at once or more of them than
 * what is written (slips, differences, keys, a day for each row, JSON, workbooks, folders, an engine that answers row by row).
 */
export function blockFormat(options: Options): BlockSource['format'] | undefined {
  const { in: input = '-', json, slips, against, key, atColumn, engine, format, out } = options;
  const needsRows = [slips, against, key, atColumn, engine].some((one) => one !== undefined) || json === true;
  const read = tableFormats.find((one) => one === format) ?? formatOf(input) ?? 'csv';
  const written = out === undefined ? read : (formatOf(out) ?? read);
  const isText = read === 'csv' || read === 'jsonl';
  const isFile = input !== '-' && out?.endsWith('/') !== true;
  return isText && isFile && written === read && !needsRows ? read : undefined;
}

/** The file of `--in`, if its rows can be asked about in blocks: a text table on a disk, without a key and without joined tables. */
export async function blockSource(
  { io, options }: Call,
  mapping: OpenMapping | undefined,
): Promise<BlockSource | undefined> {
  const { in: input = '-' } = options;
  const read = blockFormat(options);
  if (read === undefined || mapping?.value.key !== undefined || (mapping?.checked.tables ?? []).length > 0)
    return undefined;
  const path = resolve(io.cwd, input);
  // Whatever is wrong with it is said by whoever opens it as a table.
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { size, mtimeMs: changed, ...kind } = await statOf(file);
    if (!kind.isFile) return undefined;
    const head = await bytesAt(file, 0, Math.min(headSize, size));
    const [last] = await bytesAt(file, Math.max(0, size - 1), 1);
    // Of JSON Lines every line is a row.
    const headerRow = read === 'jsonl' ? 0 : (mapping?.value['header-row'] ?? 1);
    const start = rowsFrom(head, last, size, options.encoding, headerRow);
    return start === undefined ? undefined : { path, format: read, size, changed, head, ...start };
  } finally {
    await file.close();
  }
}

/** By what a file is known again; undefined where it is none. */
export async function fileIdentity(path: string): Promise<Pick<BlockSource, 'size' | 'changed' | 'head'> | undefined> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { size, mtimeMs: changed, isFile } = await statOf(file);
    return isFile ? { size, changed, head: await bytesAt(file, 0, Math.min(headSize, size)) } : undefined;
  } finally {
    await file.close();
  }
}

/** Rows of a table that somebody writes to are rows of no table. */
export async function hasChanged(
  path: string,
  { size, changed }: Pick<BlockSource, 'size' | 'changed'>,
): Promise<boolean> {
  const now = await fileIdentity(path);
  return now?.size !== size || now.changed !== changed;
}

async function statOf(file: FileHandle): Promise<{ size: number; mtimeMs: number; isFile: boolean }> {
  const found = await file.stat();
  return { size: found.size, mtimeMs: found.mtimeMs, isFile: found.isFile() };
}

async function bytesAt(file: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  for (let read = -1; read !== 0 && filled < length; filled += read)
    read = (await file.read(bytes, filled, length - filled, from + filled)).bytesRead;
  return bytes.subarray(0, filled);
}

/** In such pieces files are read row by row, by which their encoding is found. */
const piece = 1 << 16;

/** The beginning of the file as a table's source. */
export function headOf({ head, path }: BlockSource): TableSource['from'] {
  return {
    whole: path,
    bytes: {
      // eslint-disable-next-line @typescript-eslint/require-await -- an iterable of what is there already
      async *[Symbol.asyncIterator]() {
        for (let at = 0; at < head.length; at += piece) yield head.subarray(at, at + piece);
      },
    },
  };
}

/** Undefined where the bytes alone do not say it: text that is wider than bytes, a header that does not end soon. */
function rowsFrom(
  head: Uint8Array,
  last: number | undefined,
  size: number,
  encoding: string | undefined,
  headerRow: number,
): Pick<BlockSource, 'from' | 'lines'> | undefined {
  const isWide = head[0] === 0xff || head[0] === 0xfe || encoding?.toLowerCase().startsWith('utf-16') === true;
  // A last line that ends in half a line end is read as it stands.
  if (isWide || last === carriageReturn) return undefined;
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  let at = hasMark ? 3 : 0;
  for (let row = 1; row <= headerRow; row += 1) {
    const end = endOfRecord(head, at, head.length);
    if (end < 0) return row === headerRow && head.length === size && at < size ? { from: size, lines: 0 } : undefined;
    at = end;
  }
  let lines = 0;
  for (let i = 0; i < at; i += 1) if (head[i] === lineFeed) lines += 1;
  return { from: at, lines };
}

const [lineFeed, carriageReturn] = [10, 13];
