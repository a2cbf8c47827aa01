import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bylaw } from './terminal.ts';
import { smallFolder } from './small-run.ts';

const many = `SELECT 'p' || i AS who, (i % 1000 + 0.25)::DECIMAL(9,2) AS "sales.net" FROM range(120000) AS r(i)`;

test('a folder gets whole files, and a run into it goes on behind them', async () => {
  const dir = smallFolder({});
  const duckdb = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  const ask = async (sql: string): Promise<readonly (readonly string[])[]> =>
    (await duckdb.runAndReadAll(sql)).getRows().map((row) => row.map(String));
  await ask(`COPY (${many}) TO '${join(dir, 'in.parquet')}' (FORMAT parquet, ROW_GROUP_SIZE 30720)`);
  const args = [
    'run',
    'pay.amount',
    '--in',
    'in.parquet',
    '--at',
    '2026-10-31',
    '--handbook',
    'rules',
    '--out',
    'out/',
  ];
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const seen = setInterval(() => {
    if (readdirSync(dir).includes('out.part') && readdirSync(join(dir, 'out.part')).length > 0) stop();
  }, 5);
  // Rows come by reading a file, so that somebody gets a turn to look.
  const first = await bylaw(args, { cwd: dir, stopped });
  clearInterval(seen);
  if (first.code === 130) {
    expect(readdirSync(join(dir, 'out.part')).length).toBeLessThan(3);
    expect((await bylaw(args, { cwd: dir })).err).toMatch(/--resume.*--restart/s);
    expect((await bylaw([...args, '--resume'], { cwd: dir })).code).toBe(0);
  }
  expect(readdirSync(dir).sort()).toEqual(['in.parquet', 'out', 'rules']);
  expect(readdirSync(join(dir, 'out')).sort()).toEqual([
    'part-00000.parquet',
    'part-00001.parquet',
    'part-00002.parquet',
  ]);
  expect(first.code).toBe(130);
  const undisturbed = await bylaw(args.with(-1, 'again/'), { cwd: dir });
  expect(undisturbed.err).toContain('120000 rows');
  for (const name of readdirSync(join(dir, 'out')))
    expect(readFileSync(join(dir, 'out', name)).equals(readFileSync(join(dir, 'again', name)))).toBe(true);
  const [total] = await ask(
    `SELECT count(*), count(DISTINCT who), sum(replace("pay.amount", ' CNY', '')::DECIMAL(18,2)) FROM '${join(dir, 'out')}/*.parquet'`,
  );
  const [sum] = await ask(`SELECT sum(round("sales.net" * 0.1, 2)) FROM '${join(dir, 'in.parquet')}'`);
  expect(total).toEqual(['120000', '120000', sum?.[0]]);
}, 60_000);
