import { expect, test } from 'vitest';
import { openClickhouse } from '../emit/sql/databases/clickhouse.ts';
import { documented, emittedFor } from '../emit/sql/documented.ts';

test('the page about a cluster: each shard decides about its own rows', async () => {
  const { run, query, close } = await openClickhouse();
  const [table = '', select = ''] = documented('clickhouse');
  const emitted = emittedFor('clickhouse', 'facts_local', 'paid_local', 'person');
  for (const { fact, sqlType } of emitted.inputs) expect(table).toContain(`"${fact}" ${sqlType}`);
  await run(table);
  await run(`INSERT INTO facts_local VALUES ('a', 0.95, 88000, 8000, NULL), ('b', NULL, 88000, 8000, 100000)`);
  await run(emitted.text);
  const here = await query('SELECT person, "commission.head.amount" FROM paid_local ORDER BY person');
  expect(here.rows).toEqual([
    ['a', '3200'],
    ['b', '2400'],
  ]);
  // Two shards that are one machine: each row comes twice.
  const there = await query(select);
  expect(there.rows).toEqual(here.rows.flatMap((row) => [row, row]));
  await close();
});
