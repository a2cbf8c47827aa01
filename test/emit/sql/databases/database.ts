/** A database as tests use it: text in, text out, so that no driver's idea of a number stands between. */
export interface Database {
  readonly dialect: Dialect;
  /** Statements that give no rows. */
  readonly run: (sql: string) => Promise<void>;
  /** A table, in place of one that had the name, and its rows: each value as the text of it, null where there is none. */
  readonly fill: (table: string, columns: readonly Column[], rows: readonly TextRow[]) => Promise<void>;
  /** All rows of a query; what the database calls text comes as it is, all else as the database writes it. */
  readonly query: (sql: string) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export type Dialect = 'duckdb' | 'postgres' | 'clickhouse';

export interface Column {
  readonly name: string;
  /** As the dialect names it. */
  readonly type: string;
}

export type TextRow = readonly (string | null)[];

export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly TextRow[];
}

/** A name as SQL reads it back, whatever stands in it. */
export function quoted(name: string, dialect: Dialect): string {
  if (dialect === 'clickhouse') return `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  return `"${name.replaceAll('"', '""')}"`;
}
