import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { noFile } from '../host-messages.ts';
import { isUnreadable, type Unreadable } from '../../tables/unreadable.ts';
import { noPipe } from '../parquet/messages.ts';
import { readXlsx } from '../xlsx/read-xlsx.ts';
import { readCsv } from './csv.ts';
import { delimiterByName, type Delimiter } from '../../tables/delimiter.ts';
import type { Encoding } from '../../tables/encoding.ts';
import { keysOfLines, readJsonLines } from './json-lines.ts';
import type { Table, TableFormat } from '../../tables/table.ts';

/** What is known of a table before it is opened; all but its name may be left to the file. */
export interface TableSource {
  /** What messages call it. */
  readonly name: string;
  /** Where it stands, or its bytes; `whole`: they are only the beginning of the file that stands there. */
  readonly from: { readonly path: string } | { readonly bytes: AsyncIterable<Uint8Array>; readonly whole?: string };
  readonly format?: TableFormat | undefined;
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly sheet?: string | undefined;
  readonly headerRow?: number | undefined;
}

/** The format that a path's extension stands for; undefined for other extensions. */
export function formatOf(path: string): TableFormat | undefined {
  switch (extname(path).toLowerCase()) {
    case '.csv':
    case '.tsv':
    case '.tab':
    case '.txt':
      return 'csv';
    case '.jsonl':
    case '.ndjson':
      return 'jsonl';
    case '.xlsx':
    case '.xlsm':
      return 'xlsx';
    case '.parquet':
      return 'parquet';
    default:
      return undefined;
  }
}

/** Opens a table as far as its header. */
export async function openTable(source: TableSource): Promise<Table | Unreadable> {
  const { name, from, encoding, sheet, headerRow } = source;
  const missing = noFile(name);
  const delimiter = source.delimiter ?? delimiterByName(name);
  const bytes = (): AsyncIterable<Uint8Array> => ('bytes' in from ? from.bytes : createReadStream(from.path));
  switch (source.format ?? formatOf(name) ?? 'csv') {
    case 'csv':
      return readCsv(bytes(), { name, missing, encoding, headerRow, delimiter });
    case 'jsonl': {
      // A file is read twice: its lines need not all have the same keys.
      const whole = 'bytes' in from ? from.whole : from.path;
      const keys =
        whole === undefined ? undefined : await keysOfLines(createReadStream(whole), { name, missing, encoding });
      if (isUnreadable(keys)) return keys;
      return readJsonLines(bytes(), { name, missing, encoding, ...(keys === undefined ? {} : { keys }) });
    }
    case 'xlsx': {
      const file = 'bytes' in from ? await allOf(from.bytes) : from.path;
      return readXlsx(file, { name, missing, sheet, headerRow });
    }
    case 'parquet': {
      if ('bytes' in from) return noPipe(name);
      const { readParquet } = await import('../parquet/read-parquet.ts');
      return readParquet(from.path, name, missing);
    }
  }
}

/** A packed file begins at its end, so it is needed whole. */
async function allOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}
