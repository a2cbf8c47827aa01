import { DuckDBInstance } from '@duckdb/node-api';
import { quoted, type Column, type Database, type TextRow } from './database.ts';

/** DuckDB in this process, in memory, on one thread: two cores are shared with everything else. */
export async function openDuckdb(): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const run = async (sql: string): Promise<void> => void (await connection.run(sql));
  return {
    dialect: 'duckdb',
    run,
    fill: async (table, columns, rows) => {
      const name = quoted(table, 'duckdb');
      await run(`create or replace table ${name} (${columns.map(declared).join(', ')})`);
      await run(`create or replace temp table staging (${columns.map((_each, i) => `c${i} varchar`).join(', ')})`);
      const appender = await connection.createAppender('staging');
      for (const row of rows) {
        for (const cell of row) {
          if (cell === null) appender.appendNull();
          else appender.appendVarchar(cell);
        }
        appender.endRow();
      }
      appender.closeSync();
      await run(
        `insert into ${name} select ${columns.map(({ type }, i) => `cast(c${i} as ${type})`).join(', ')} from staging`,
      );
    },
    query: async (sql) => {
      const read = await connection.runAndReadAll(sql);
      const rows = read.getRows().map((row): TextRow => row.map((value) => (value === null ? null : String(value))));
      return { columns: read.columnNames(), rows };
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
}

function declared({ name, type }: Column): string {
  return `${quoted(name, 'duckdb')} ${type}`;
}
