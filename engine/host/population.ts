/** Populations: tables of fact rows as CSV, read row by row so that their size does not matter. Comma, UTF-8, RFC 4180. */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { notUtf8, type Unreadable } from './host-messages.ts';
import { emptyTable, noTable, wrongCells } from './population-messages.ts';
import { whyUnreadable } from './read-text.ts';

/** How a file is written: a result is written like the file it came from, or spreadsheets misread it. */
export interface Manner {
  readonly mark: boolean;
  readonly lineEnd: '\n' | '\r\n';
}
export interface Population {
  readonly header: readonly string[];
  readonly manner: Manner;
  /** All rows in their order; what stops the reading comes last. */
  readonly rows: AsyncIterable<Row | Unreadable>;
}
export interface Row {
  /** Where it begins; quoted cells may run over several lines. */
  readonly line: number;
  /** As many as the header has. */
  readonly cells: readonly string[];
  /** What stands behind the last column. */
  readonly extra?: readonly string[];
  /** Cells may stand under the wrong header then: none of them may be used. */
  readonly problem?: Texts;
}

/** Begins to read a table; `name` is what messages call it. */
export async function readPopulation(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  missing: Unreadable,
): Promise<Population | Unreadable> {
  const manner: { mark: boolean; lineEnd: '\n' | '\r\n' } = { mark: false, lineEnd: '\n' };
  const records = recordsOf(bytes, manner, name, missing);
  const first = await records.next();
  if (first.done === true) return emptyTable(name);
  if ('unreadable' in first.value) return first.value;
  const header = first.value.cells;
  return { header, manner, rows: rowsOf(records, header.length) };
}

/** Rows as text, in the manner of a table; the header first. */
export function writeRows(rows: readonly (readonly string[])[], { lineEnd }: Manner): string {
  return stringify(
    rows.map((row) => [...row]),
    { record_delimiter: lineEnd },
  );
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

async function* recordsOf(
  bytes: AsyncIterable<Uint8Array>,
  manner: { mark: boolean; lineEnd: '\n' | '\r\n' },
  name: string,
  missing: Unreadable,
): AsyncGenerator<Line | Unreadable, void, undefined> {
  let next = 1;
  const begun: number[] = [];
  // Counted while parsing, since the parser has read ahead when a row comes out.
  const on_record = (cells: string[]): string[] => {
    begun.push(next);
    next += 1 + cells.reduce((count, cell) => count + lineEndsIn(cell), 0);
    return cells;
  };
  const texts = Readable.from(decoded(bytes, manner));
  const parser = parse({ relax_column_count: true, record_delimiter: ['\r\n', '\n'], on_record });
  texts.on('error', (error) => parser.destroy(error));
  try {
    for await (const cells of texts.pipe(parser) as AsyncIterable<readonly string[]>)
      yield { line: begun.shift() ?? next, cells };
  } catch (error) {
    yield whyStopped(error, name, next, missing);
  } finally {
    texts.destroy();
  }
}

async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  manner: { mark: boolean; lineEnd: '\n' | '\r\n' },
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let isFirst = true;
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (!isFirst || text === '') {
      yield text;
      continue;
    }
    isFirst = false;
    manner.mark = text.startsWith('\uFEFF');
    manner.lineEnd = /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
    yield manner.mark ? text.slice(1) : text;
  }
  yield decoder.decode();
}

async function* rowsOf(
  records: AsyncGenerator<Line | Unreadable, void, undefined>,
  width: number,
): AsyncGenerator<Row | Unreadable, void, undefined> {
  for await (const record of records) {
    if ('unreadable' in record) yield record;
    else if (record.cells.length === width) yield record;
    else if (record.cells.length > 1 || record.cells[0] !== '') yield fitted(record, width);
  }
}

/** A blank line is no row; a row of another length stays, but nobody may read its cells. */
function fitted({ line, cells }: Line, width: number): Row {
  const blanks = Array.from({ length: Math.max(0, width - cells.length) }, () => '');
  const extra = cells.slice(width);
  return {
    line,
    cells: [...cells.slice(0, width), ...blanks],
    ...(extra.length === 0 ? {} : { extra }),
    problem: wrongCells(cells.length, width),
  };
}

function whyStopped(error: unknown, name: string, line: number, missing: Unreadable): Unreadable {
  if (error instanceof CsvError) return noTable(name, line, error.code);
  if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return notUtf8(name);
  return whyUnreadable(error, name, missing);
}

function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
