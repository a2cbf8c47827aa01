import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { isUnreadable, type Unreadable } from '../../tables/unreadable.ts';
import { whyUnreadable } from '../read-text.ts';
import { decodeText, type Found } from './decode-text.ts';
import type { Encoding } from '../../tables/encoding.ts';
import { delimiterIn, signOf, type Delimiter } from '../../tables/delimiter.ts';
import { fitted, type Line } from '../../tables/fitted.ts';
import { emptyTable, noTable } from '../../tables/messages.ts';
import type { Manner, Row, Table } from '../../tables/table.ts';

interface Options {
  /** What messages call it. */
  readonly name: string;
  readonly missing: Unreadable;
  readonly encoding?: Encoding | undefined;
  /** What stands between cells; else the line that names the columns says so. */
  readonly delimiter?: Delimiter | undefined;
  /** Which row names the columns, from 1; rows above it are passed over. */
  readonly headerRow?: number | undefined;
}

/** Begins to read a table of comma-separated values (RFC 4180). */
export async function readCsv(
  bytes: AsyncIterable<Uint8Array>,
  { name, missing, encoding, delimiter, headerRow = 1 }: Options,
): Promise<Table | Unreadable> {
  const text: Text = { encoding: undefined, mark: false, lineEnd: undefined, delimiter };
  const records = recordsOf(bytes, { name, missing, encoding, text, headerRow });
  let waiting: readonly Line[] = [];
  while (waiting.length < headerRow) {
    const next = await records.next();
    if (next.done === true) return emptyTable(name);
    if (isUnreadable(next.value)) return next.value;
    waiting = waiting.length === 0 ? next.value : [...waiting, ...next.value];
  }
  const header = waiting[headerRow - 1]?.cells ?? [];
  const manner = {
    get encoding() {
      return text.encoding;
    },
    // What is not UTF-8 becomes UTF-8 with a mark, by which spreadsheets know it.
    get mark() {
      return text.mark || (text.encoding !== undefined && text.encoding !== 'utf-8');
    },
    get delimiter() {
      return text.delimiter;
    },
    get lineEnd() {
      return text.lineEnd ?? '\n';
    },
  };
  const blocks = rowsOf(waiting.slice(headerRow), records, header.length);
  return { name, format: 'csv', header, manner, blocks, rows: oneByOne(blocks) };
}

/** Rows as text, in the manner of a table (its delimiter may be another); the header first. */
export function writeRows(
  rows: readonly (readonly string[])[],
  { lineEnd, delimiter: own = 'comma' }: Manner,
  delimiter: Delimiter = own,
): string {
  return stringify(
    rows.map((row) => [...row]),
    { record_delimiter: lineEnd, delimiter: signOf[delimiter], quoted_match: anyLineEnd },
  );
}

/** Whoever reads the table may take any of them as the end of a row, whichever the table has. */
const anyLineEnd = /[\r\n]/;

interface Text extends Found {
  lineEnd: Manner['lineEnd'] | undefined;
  /** Known once the header is. */
  delimiter: Delimiter | undefined;
}

interface Reading {
  readonly name: string;
  readonly missing: Unreadable;
  readonly encoding: Encoding | undefined;
  readonly text: Text;
  readonly headerRow: number;
}

type Records = AsyncGenerator<readonly Line[] | Unreadable, void, undefined>;

/** Records in blocks: one by one they would cost several times as much. */
async function* recordsOf(bytes: AsyncIterable<Uint8Array>, reading: Reading): Records {
  const place = { next: 1 };
  const pieces = withLineEnds(bytes, reading);
  try {
    const start = await startOf(pieces, reading.headerRow);
    reading.text.delimiter ??= delimiterIn(start.split('\n')[reading.headerRow - 1] ?? '');
    const delimiter = signOf[reading.text.delimiter];
    const texts = inOrder(start, pieces);
    let open = '';
    for await (const piece of texts) {
      if (piece.includes('"')) {
        yield* quotedRecords(inOrder(open + piece, texts), delimiter, place);
        return;
      }
      // Without quotes a record is a line, and a cell what stands between delimiters.
      const end = piece.lastIndexOf('\n');
      if (end < 0) open += piece;
      else {
        const lines = (open + piece.slice(0, end)).split('\n');
        open = piece.slice(end + 1);
        yield lines.map((line) => ({
          line: place.next++,
          cells: (line.endsWith('\r') ? line.slice(0, -1) : line).split(delimiter),
        }));
      }
    }
    if (open !== '') yield [{ line: place.next, cells: open.split(delimiter) }];
  } catch (error) {
    yield whyStopped(error, place.next, reading);
  }
}

async function* quotedRecords(pieces: Pieces, delimiter: string, place: { next: number }): Records {
  const begun: number[] = [];
  // Counted while parsing, since the parser has read ahead when a row comes out.
  const on_record = (cells: string[]): string[] => {
    begun.push(place.next);
    place.next += 1 + cells.reduce((count, cell) => count + lineEndsIn(cell), 0);
    return cells;
  };
  const parser = parse({ relax_column_count: true, record_delimiter: ['\r\n', '\n'], delimiter, on_record });
  const texts = Readable.from(pieces);
  texts.on('error', (error) => parser.destroy(error));
  try {
    for await (const cells of texts.pipe(parser) as AsyncIterable<readonly string[]>)
      yield [{ line: begun.shift() ?? place.next, cells }];
  } finally {
    texts.destroy();
  }
}

type Pieces = AsyncGenerator<string, void, undefined>;

/** The text to the end of so many lines at least, or all there is. */
async function startOf(pieces: Pieces, lines: number): Promise<string> {
  let [text, ends] = ['', 0];
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
    text += next.value;
    ends += lineEndsIn(next.value);
    if (ends >= lines) break;
  }
  return text;
}

async function* inOrder(start: string, rest: Pieces): Pieces {
  try {
    yield start;
    yield* rest;
  } finally {
    await rest.return();
  }
}

/** The text, and how its first line ends. */
async function* withLineEnds(
  bytes: AsyncIterable<Uint8Array>,
  { name, encoding, text }: Reading,
): AsyncGenerator<string, void, undefined> {
  let last = '';
  for await (const piece of decodeText(bytes, name, encoding, text)) {
    const at = text.lineEnd === undefined ? piece.indexOf('\n') : -1;
    if (at >= 0) text.lineEnd = (at === 0 ? last : piece[at - 1]) === '\r' ? '\r\n' : '\n';
    last = piece.at(-1) ?? last;
    yield piece;
  }
}

type Blocks = AsyncGenerator<readonly (Row | Unreadable)[], void, undefined>;

async function* rowsOf(first: readonly Line[], rest: Records, width: number): Blocks {
  const rows = (records: readonly Line[]): readonly Row[] =>
    records.flatMap((record) => {
      if (record.cells.length === width) return record;
      return record.cells.length > 1 || record.cells[0] !== '' ? fitted(record, width) : [];
    });
  yield rows(first);
  for await (const block of rest) yield isUnreadable(block) ? [block] : rows(block);
}

async function* oneByOne(blocks: Blocks): AsyncGenerator<Row | Unreadable, void, undefined> {
  for await (const block of blocks) yield* block;
}

function whyStopped(error: unknown, line: number, { name, missing }: Reading): Unreadable {
  if (error instanceof CsvError) return noTable(name, line, error.code);
  if (isUnreadable(error)) return { unreadable: error.unreadable };
  return whyUnreadable(error, name, missing);
}

function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
