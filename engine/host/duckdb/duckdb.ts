// Types alone: the driver itself is loaded where it is asked for.
import type * as Driver from '@duckdb/node-api';
import type { Texts } from '../../diagnostic/diagnostic.ts';

/** What is used of DuckDB's driver, which hosts install where they want it. */
export interface Duckdb {
  readonly run: (sql: string) => Promise<void>;
  /** The rows of a query whose columns are all text, in their order, many at a time. */
  readonly rows: (sql: string) => AsyncIterable<readonly (readonly (string | null)[])[]>;
  readonly close: () => void;
}

/** A database in memory in this process; in words why there is none. */
export async function openDuckdb(): Promise<Duckdb | Texts> {
  const driver = await loaded();
  if (driver === undefined)
    return {
      en: 'DuckDB is not installed: npm install @duckdb/node-api',
      zh: '尚未安装 DuckDB：npm install @duckdb/node-api',
    };
  const instance = await driver.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return {
    run: async (sql) => void (await connection.run(sql)),
    rows: (sql) => rowsOf(() => connection.stream(sql)),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function loaded(): Promise<typeof Driver | undefined> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    // A driver that is there and broken says so itself.
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

async function* rowsOf(
  stream: () => Promise<Driver.DuckDBResult>,
): AsyncGenerator<readonly (readonly (string | null)[])[]> {
  const result = await stream();
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk())
    yield chunk.getRows() as readonly (readonly (string | null)[])[];
}
