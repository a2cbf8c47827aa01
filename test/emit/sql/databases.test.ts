import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from './databases/database.ts';
import { openDuckdb } from './databases/duckdb.ts';
import { openPostgres } from './databases/postgres.ts';
import { whyNoPostgres } from './databases/postgres-server.ts';

const noPostgres = whyNoPostgres();
const databases = [
  { name: 'duckdb', open: openDuckdb, why: undefined },
  { name: noPostgres === undefined ? 'postgres' : `postgres (${noPostgres})`, open: openPostgres, why: noPostgres },
];

describe.each(databases)('$name', ({ open, why }) => {
  let database: Database;
  beforeAll(async () => {
    if (why === undefined) database = await open();
  });
  afterAll(() => database?.close());

  test.skipIf(why !== undefined)('what goes in comes out, to the letter', async () => {
    const columns = [
      { name: 'say "M" -- \\ 提成', type: 'numeric(38,4)' },
      { name: "it's", type: 'text' },
      { name: 'day', type: 'date' },
      { name: 'yes', type: 'boolean' },
    ];
    const rows = [
      ['1234567890123456789012345678901234.5678', "a'b\\c\n--\t\u0001提成𠮷", '9999-12-31', 'true'],
      [null, '', '0001-01-01', null],
      ['-0.0001', null, null, 'false'],
    ];
    await database.fill('people "of" 北京', columns, rows);
    const answer = await database.query('select * from "people ""of"" 北京"');
    expect(answer.columns).toEqual(columns.map(({ name }) => name));
    const written = answer.rows.map((row) =>
      row.map((cell) => (cell === 't' ? 'true' : cell === 'f' ? 'false' : cell)),
    );
    expect(written).toEqual(rows);
  });
});
