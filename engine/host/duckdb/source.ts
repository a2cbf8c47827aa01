import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Held } from '../../emit/sql/plain-text.ts';
import { signOf } from '../../tables/delimiter.ts';
import type { Table } from '../../tables/table.ts';
import type { Duckdb } from './duckdb.ts';
import { plainCsv } from './plain-csv.ts';

/** A file as DuckDB reads it. */
export interface DuckdbSource {
  readonly from: string;
  /** By the table's columns: an expression of type VARCHAR, and what it holds. */
  readonly cells: readonly { readonly text: string; readonly holds: Held }[];
}

export const quotedName = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The file of a table, if DuckDB is sure to see the same cells in it; else in words why not. */
export async function duckdbSource(table: Table, path: string, duckdb: Duckdb): Promise<DuckdbSource | Texts> {
  if (/[*?[\]{}]/.test(path))
    return { en: 'its path holds signs that DuckDB reads as a pattern', zh: '路径中有 DuckDB 视为通配符的字符' };
  switch (table.format) {
    case 'csv':
      return csvSource(table, path);
    case 'parquet':
      return parquetSource(table, path, duckdb);
    default:
      return { en: 'it is neither CSV nor Parquet', zh: '既不是 CSV 也不是 Parquet' };
  }
}

async function csvSource({ header, manner }: Table, path: string): Promise<DuckdbSource | Texts> {
  const { encoding = 'utf-8', delimiter = 'comma' } = manner;
  if (encoding !== 'utf-8') return { en: 'it is not UTF-8', zh: '不是 UTF-8 编码' };
  const found = await plainCsv(path, delimiter);
  if (found !== undefined) return found;
  const names = header.map((_header, i) => `cell ${String(i)}`);
  const columns = names.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  // DuckDB finds line ends itself; told that they are those of Windows, it finds no rows at all.
  const options = [
    `columns = {${columns}}, delim = ${literal(signOf[delimiter])}, quote = '"', escape = '"'`,
    'header = false, skip = 1, auto_detect = false, null_padding = false, strict_mode = true, max_line_size = 4000000',
  ];
  return {
    from: `read_csv(${literal(path)}, ${options.join(', ')})`,
    cells: names.map((name) => ({ text: quotedName(name), holds: 'texts' })),
  };
}

async function parquetSource({ header }: Table, path: string, duckdb: Duckdb): Promise<DuckdbSource | Texts> {
  // Names that differ in capitals alone are one to DuckDB.
  if (new Set(header.map((name) => name.toLowerCase())).size < header.length)
    return { en: 'two of its columns differ in capitals alone', zh: '有两列仅大小写不同' };
  const from = `read_parquet(${literal(path)}, hive_partitioning = false)`;
  const types = new Map<string, string>();
  for await (const block of duckdb.rows(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${from})`))
    for (const [name, type] of block) types.set(name ?? '', type ?? '');
  const cells = header.map((name) => ({
    text: `CAST(${quotedName(name)} AS VARCHAR)`,
    holds: heldBy(types.get(name) ?? ''),
  }));
  return { from, cells };
}

/** Others: types whose text DuckDB may write otherwise. */
function heldBy(type: string): Held {
  if (type === 'VARCHAR') return 'texts';
  if (type === 'BOOLEAN') return 'truths';
  if (type === 'DATE') return 'days';
  return /^(U?(TINY|SMALL|BIG)INT|U?INTEGER|DECIMAL\(\d+,\d+\))$/.test(type) ? 'numbers' : 'others';
}
