import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from './databases/database.ts';
import { openPostgres } from './databases/postgres.ts';
import { whyNoPostgres } from './databases/postgres-server.ts';
import { documented, emittedFor } from './documented.ts';

const why = whyNoPostgres();
let database: Database | undefined;
beforeAll(async () => {
  if (why === undefined) database = await openPostgres();
});
afterAll(() => database?.close());

const rowsOf = (month: string): string =>
  `INSERT INTO facts SELECT 'p' || i, '${month}', i * 0.01, 88000, 8000, NULL FROM generate_series(1, 150) AS i`;

test.skipIf(why !== undefined)('the page about partitions: one month is read, and no other', async () => {
  const { run, query } = database!;
  const [table = '', october = '', november = '', select = ''] = documented('postgres');
  const emitted = emittedFor('postgres', 'facts', 'paid', 'person', 'month');
  for (const { fact, sqlType } of emitted.inputs) expect(table).toContain(`"${fact}" ${sqlType}`);
  for (const one of [table, october, november, rowsOf('2026-10-01'), rowsOf('2026-11-01')]) await run(one);
  await run(emitted.text);
  expect((await query(select)).rows).toHaveLength(150);
  const plan = async (text: string): Promise<string> => (await query(`EXPLAIN ${text}`)).rows.join('\n');
  expect(await plan(select)).toContain('facts_2026_10');
  expect(await plan(select)).not.toContain('facts_2026_11');
  await run('CREATE INDEX ON facts_2026_10 (person); ANALYZE facts_2026_10; SET enable_seqscan = off');
  const one = `SELECT * FROM paid WHERE month = '2026-10-01' AND person = 'p7'`;
  expect(await plan(one)).toMatch(/Index Cond: \(\(?person/);
  const everybody = (await query(emittedFor('postgres', 'facts', '', 'person', 'month').text)).rows;
  expect((await query('SELECT * FROM paid')).rows.toSorted()).toEqual(everybody.toSorted());
});
