import { endOfRecord } from './cut.ts';
import type { NumberCell } from './number-cell.ts';
import type { WordCell } from './word-cell.ts';

/** What becomes of the cells of a column. */
export type ColumnForm =
  /** Nobody reads them. */
  | { readonly is: 'passed' }
  | { readonly is: 'number'; readonly slot: number; readonly cell: NumberCell }
  /** Words as codes, truth as 1 or 0; −2: takes the whole reader. */
  | { readonly is: 'word' | 'truth'; readonly slot: number; readonly read: WordCell }
  /** Only an empty cell is plain. */
  | { readonly is: 'empty' };

/** The rows of a block: where they stand, and the cells that are plain. Used over and over. */
export interface Scan {
  rows: number;
  /** Line ends in the block. */
  lines: number;
  /** Of each row: where it begins, where it ends without its line end, and how many lines stand before it. */
  starts: Int32Array;
  ends: Int32Array;
  before: Int32Array;
  /** 1: all its cells are plain. */
  plain: Uint8Array;
  /** By slot, then by row; NaN: not given. */
  readonly numbers: Float64Array[];
  /** The same of words by their codes; −1: not given. */
  readonly codes: Int32Array[];
}

export function newScan(slots: number): Scan {
  const numbers = Array.from({ length: slots }, () => new Float64Array());
  const codes = Array.from({ length: slots }, () => new Int32Array());
  const none = new Int32Array();
  return { rows: 0, lines: 0, starts: none, ends: none, before: none, plain: new Uint8Array(), numbers, codes };
}

const [lineFeed, carriageReturn, quote, zero, point, minus] = [10, 13, 34, 48, 46, 45];
const tens: readonly number[] = Array.from({ length: 16 }, (_none, power) => 10 ** power);

/** Finds rows and reads plain cells. The bytes are whole records, each with its line end. */
export function scan(bytes: Uint8Array, delimiter: number, columns: readonly ColumnForm[], into: Scan): void {
  const { length } = bytes;
  const width = columns.length;
  let [at, rows, lines] = [0, 0, 0];
  makeRoom(into, 1024);
  while (at < length) {
    const start = at;
    if (rows === into.starts.length) makeRoom(into, rows * 2);
    const end = plainRow(bytes, start, delimiter, columns, into, rows);
    into.starts[rows] = start;
    into.before[rows] = lines;
    if (end >= 0) {
      into.ends[rows] = end;
      into.plain[rows] = 1;
      at = bytes[end] === carriageReturn ? end + 2 : end + 1;
      lines += 1;
      rows += 1;
      continue;
    }
    const behind = endOfRecord(bytes, start, length);
    at = behind < 0 ? length : behind;
    const last = bytes[at - 2] === carriageReturn && at - 2 >= start ? at - 2 : at - 1;
    for (let i = start; i < at; i += 1) if (bytes[i] === lineFeed) lines += 1;
    // A blank line is no row, but where there is one column.
    if (last === start && width !== 1) continue;
    into.ends[rows] = last;
    into.plain[rows] = 0;
    rows += 1;
  }
  into.rows = rows;
  into.lines = lines;
}

/** Where the row ends, if all its cells are plain; else −1. */
function plainRow(
  bytes: Uint8Array,
  start: number,
  delimiter: number,
  columns: readonly ColumnForm[],
  into: Scan,
  row: number,
): number {
  let at = start;
  const width = columns.length;
  for (let i = 0; i < width; i += 1) {
    const column = columns[i];
    if (column === undefined) return -1;
    if (column.is === 'number') {
      at = number(bytes, at, delimiter, column.cell, into.numbers[column.slot] as Float64Array, row);
      if (at < 0) return -1;
    } else if (column.is !== 'empty') {
      const from = at;
      for (;;) {
        const byte = bytes[at];
        if (byte === delimiter || byte === lineFeed || byte === carriageReturn || byte === quote) break;
        at += 1;
      }
      if (column.is !== 'passed') {
        const code = from === at ? -1 : column.read(bytes, from, at);
        if (code === -2) return -1;
        if (column.is === 'word') (into.codes[column.slot] as Int32Array)[row] = code;
        else (into.numbers[column.slot] as Float64Array)[row] = code === -1 ? NaN : code;
      }
    }
    if (i < width - 1) {
      if (bytes[at] !== delimiter) return -1;
      at += 1;
    }
  }
  return bytes[at] === lineFeed || (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed) ? at : -1;
}

/** Reads a number into its column. Gives where its cell ends, or −1 where it is not of plain form. */
function number(
  bytes: Uint8Array,
  start: number,
  delimiter: number,
  { least, most, units, bare }: NumberCell,
  column: Float64Array,
  row: number,
): number {
  let at = start;
  let byte = bytes[at] ?? lineFeed;
  if (byte === delimiter || byte === lineFeed || byte === carriageReturn) {
    column[row] = NaN;
    return at;
  }
  const isNegative = byte === minus;
  if (isNegative) byte = bytes[(at += 1)] ?? lineFeed;
  const first = at;
  let value = 0;
  while (byte >= zero && byte < zero + 10) {
    value = value * 10 + (byte - zero);
    byte = bytes[(at += 1)] ?? lineFeed;
  }
  let digits = at - first;
  let decimals = 0;
  if (digits === 0) return -1;
  if (byte === point) {
    byte = bytes[(at += 1)] ?? lineFeed;
    const behind = at;
    while (byte >= zero && byte < zero + 10) {
      value = value * 10 + (byte - zero);
      byte = bytes[(at += 1)] ?? lineFeed;
    }
    decimals = at - behind;
    if (decimals === 0) return -1;
    digits += decimals;
  }
  if (digits > 15) return -1;
  let allowed = bare;
  if (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn) {
    allowed = -1;
    for (let i = 0; i < units.length && allowed < 0; i += 1) {
      const unit = units[i];
      if (unit === undefined || !standsAt(unit.bytes, bytes, at)) continue;
      allowed = unit.decimals;
      at += unit.bytes.length;
    }
  }
  if (decimals > allowed) return -1;
  value *= tens[allowed - decimals] ?? NaN;
  if (isNegative) value = 0 - value;
  if (!(value >= least && value <= most && value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER))
    return -1;
  column[row] = value;
  return at;
}

function standsAt(unit: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < unit.length; i += 1) if (unit[i] !== bytes[at + i]) return false;
  return true;
}

function makeRoom(into: Scan, rows: number): void {
  if (into.starts.length >= rows) return;
  const more = (old: Int32Array, empty = 0): Int32Array => {
    const grown = new Int32Array(rows).fill(empty);
    grown.set(old);
    return grown;
  };
  into.starts = more(into.starts);
  into.ends = more(into.ends);
  into.before = more(into.before);
  const plain = new Uint8Array(rows);
  plain.set(into.plain);
  into.plain = plain;
  into.codes.forEach((old, slot) => {
    into.codes[slot] = more(old, -1);
  });
  into.numbers.forEach((old, slot) => {
    const grown = new Float64Array(rows).fill(NaN);
    grown.set(old);
    into.numbers[slot] = grown;
  });
}
