import pg from 'pg';
import { quoted, type Column, type Database } from './database.ts';
import { postgresServer } from './postgres-server.ts';

/** A connection of its own to the server of this process; tables are its own too. */
export async function openPostgres(): Promise<Database> {
  const { socketFolder } = await postgresServer();
  // Whatever the type, its text: the driver's own numbers are floats.
  const types = { getTypeParser: () => (text: string) => text } as unknown as pg.CustomTypesConfig;
  const client = new pg.Client({ host: socketFolder, user: 'postgres', database: 'postgres', types });
  await client.connect();
  const run = async (sql: string): Promise<void> => void (await client.query(sql));
  await run('set jit = off');
  return {
    dialect: 'postgres',
    run,
    fill: async (table, columns, rows) => {
      const name = quoted(table, 'postgres');
      await run(
        `drop table if exists ${name} cascade; create temp table ${name} (${columns.map(declared).join(', ')})`,
      );
      const places = columns.map((_each, i) => `$${i + 1}::text[]`);
      const casts = columns.map(({ type }, i) => `c${i}::${type}`);
      const names = columns.map((_each, i) => `c${i}`);
      await client.query(
        `insert into ${name} select ${casts.join(', ')} from unnest(${places.join(', ')}) as given(${names.join(', ')})`,
        columns.map((_each, i) => rows.map((row) => row[i] ?? null)),
      );
    },
    query: async (sql) => {
      const { fields, rows } = await client.query<(string | null)[]>({ text: sql, rowMode: 'array' });
      return { columns: fields.map(({ name }) => name), rows };
    },
    close: () => client.end(),
  };
}

function declared({ name, type }: Column): string {
  return `${quoted(name, 'postgres')} ${type}`;
}
