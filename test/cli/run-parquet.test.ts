import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bylaw, type Ran, type Setting } from './terminal.ts';
import { smallFolder } from './small-run.ts';

// Parquet files are written and read by DuckDB, which judges what we read and write.

let ask: (sql: string) => Promise<readonly (readonly string[])[]>;
beforeAll(async () => {
  const duckdb = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  ask = async (sql) => (await duckdb.runAndReadAll(sql)).getRows().map((row) => row.map(String));
});

const decisions = ['pay.amount', 'pay.bonus', 'pay.left', 'pay.since'];

async function folderWith(select: string, more = ''): Promise<string> {
  const dir = smallFolder({});
  await ask(`COPY (${select}) TO '${join(dir, 'in.parquet')}' (FORMAT parquet${more})`);
  return dir;
}

const run = (dir: string, args: readonly string[] = [], setting: Setting = {}): Promise<Ran> =>
  bylaw(
    ['run', ...decisions, '--in', 'in.parquet', '--at', '2026-10-31', '--handbook', 'rules', '--lang', 'en', ...args],
    {
      ...setting,
      cwd: dir,
    },
  );

const amounts = [
  "('a', 5.10, '95%', 3, DATE '2024-02-29')",
  "('b', NULL, NULL, NULL, NULL)",
  "('王,\"', 12345678901234.56, '0.5%', 0, DATE '1970-01-01')",
  "('c', -1.00, '5%', -2147483648, DATE '1969-12-31')",
  "('', 0.00, '', 1, DATE '2024-03-01')",
];
const typed = (type: string, whole = 'INTEGER'): string =>
  `SELECT who, net::${type} AS "sales.net", reached, stock::${whole} AS stock, joined FROM (VALUES ${amounts.join(', ')}) AS t(who, net, reached, stock, joined)`;

test.each([
  ['DECIMAL(4 to 18 digits)', 'DECIMAL(16,2)', 'INTEGER', ''],
  ['DECIMAL of many digits', 'DECIMAL(38,10)', 'BIGINT', ''],
  ['zstd and small groups', 'DECIMAL(18,4)', 'BIGINT', ', COMPRESSION zstd, ROW_GROUP_SIZE 2048'],
  ['gzip', 'DECIMAL(18,2)', 'INTEGER', ', COMPRESSION gzip'],
])('a column counts what its fact counts, exactly: %s', async (_what, type, whole, more) => {
  const dir = await folderWith(typed(type, whole), more);
  const { out, err } = await run(dir);
  const rows = out.trimEnd().split('\n');
  expect(rows[0]).toMatch(/^who,sales\.net,reached,stock,joined,pay\.amount,/);
  expect(rows[1]).toMatch(
    /,95%,3,2024-02-29,0\.51 CNY,determined,,4\.85 CNY,determined,,2 cans,determined,,2024-02-29,determined,$/,
  );
  expect(rows[2]).toBe('b,,,,,,undetermined,,,undetermined,,,undetermined,,,undetermined,');
  expect(rows[3]).toMatch(/^"王,""",12345678901234\.560*,0\.5%,0,1970-01-01,1234567890123\.46 CNY,determined,/);
  expect(rows[4]).toContain(',error,');
  expect(err).toContain('in.parquet:4: column “sales.net”');
});

test('the result as Parquet has the types of the input, and says the same as CSV', async () => {
  const more =
    ", TRUE AS yes, 0.1::DOUBLE AS nearly, TIMESTAMP '2026-10-31 09:30:00.25' AS moment, 255::UTINYINT AS tiny, 4000000000::UINTEGER AS large, '{\"a\":1}'::JSON AS json, uuid() AS id";
  const dir = await folderWith(typed('DECIMAL(18,2)').replace(' FROM', `${more} FROM`));
  const csv = await run(dir);
  const parquet = await run(dir, ['--out', 'out.parquet']);
  expect(parquet.err).toBe(csv.err);
  const [inside, outside] = ['in', 'out'].map((name) => `'${join(dir, `${name}.parquet`)}'`) as [string, string];
  const describe = async (file: string): Promise<readonly (readonly string[])[]> =>
    (await ask(`DESCRIBE SELECT * FROM ${file}`)).map(([name = '', type = '']) => [
      name,
      type.replace('JSON', 'VARCHAR'),
    ]);
  const columns = await describe(inside);
  expect((await describe(outside)).slice(0, columns.length)).toEqual(columns);
  const names = columns.map(([name = '']) => `"${name}"`).join(', ');
  expect(await ask(`SELECT ${names} FROM ${outside}`)).toEqual(await ask(`SELECT ${names} FROM ${inside}`));
  const results = decisions.flatMap((one) => [`"${one}"`, `"${one}.status"`, `"${one}.flags"`]).join(', ');
  const said = (await ask(`SELECT ${results} FROM ${outside}`)).map((row) =>
    row.map((cell) => cell.replace('null', '')),
  );
  expect(said).toEqual(
    csv.out
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',').slice(-12)),
  );
});

test.each([
  ['DOUBLE', 'net::DOUBLE AS "sales.net"', 'floating-point'],
  ['an instant', "TIMESTAMPTZ '2026-10-31 09:30:00+00' AS joined", 'instants in UTC'],
  ['bytes', '\'a\'::BLOB AS "sales.net"', 'not said to be text'],
  ['a list', '[1, 2] AS list, net AS "sales.net"', 'no plain column'],
])('a column that is no exact figure is refused: %s', async (_what, column, why) => {
  const dir = await folderWith(`SELECT ${column} FROM (VALUES (5.10)) AS t(net)`);
  expect(await run(dir)).toMatchObject({ code: 2, err: expect.stringContaining(why) as string });
  expect((await run(dir, ['--lang', 'zh'])).err).toMatch(/列“/);
});

test('a percentage without a sign must say by the mapping what it counts', async () => {
  const dir = await folderWith('SELECT 0.95::DECIMAL(5,4) AS reached, 10::DECIMAL(9,2) AS "sales.net"');
  expect((await run(dir)).err).toContain('column “reached”');
  writeFileSync(join(dir, 'map.yaml'), 'mapping: m\ncolumns:\n  reached: { fact: reached, unit: ratio }\n');
  expect((await run(dir, ['--map', 'map.yaml'])).out).toContain(',9.50 CNY,determined,');
});

test('what is no Parquet file is refused, and so is one by standard input', async () => {
  const dir = smallFolder({ 'in.parquet': 'PAR1 is not all there is to it' });
  expect(await run(dir)).toMatchObject({
    code: 2,
    err: expect.stringContaining('cannot be read as a Parquet') as string,
  });
  expect((await run(dir, ['--in', '-', '--format', 'parquet'])).err).toContain('a file on a disk');
});

test('a folder gets Parquet files; one that holds something is left as it is', async () => {
  const dir = await folderWith(typed('DECIMAL(18,2)'));
  const csv = await run(dir);
  const folder = await run(dir, ['--out', 'out/', '--resume']);
  expect(folder).toMatchObject({
    code: 1,
    err: `There is nothing of out/ to go on with, so the run begins with the first row.\n${csv.err}`,
  });
  expect(readdirSync(dir).sort()).toEqual(['in.parquet', 'out', 'rules']);
  expect(readdirSync(join(dir, 'out'))).toEqual(['part-00000.parquet']);
  expect(await ask(`SELECT "pay.amount" FROM '${join(dir, 'out')}/*.parquet' LIMIT 1`)).toEqual([['0.51 CNY']]);
  expect((await run(dir, ['--out', 'out/'])).err).toContain('not empty');
  expect((await run(dir, ['--out', 'other/', '--json'])).code).toBe(2);
});

test('a folder that was finished but for its journal is the result, and --resume says so', async () => {
  const dir = await folderWith(typed('DECIMAL(18,2)'));
  const csv = await run(dir);
  // A file in its place lets everything succeed but the last step.
  writeFileSync(join(dir, 'out'), '');
  expect((await run(dir, ['--out', 'out/'])).code).toBe(2);
  rmSync(join(dir, 'out'));
  renameSync(join(dir, 'out.part'), join(dir, 'out'));
  expect(await run(dir, ['--out', 'out/', '--resume'])).toMatchObject({ code: csv.code });
  expect(readdirSync(dir).sort()).toEqual(['in.parquet', 'out', 'rules']);
  expect((await run(dir, ['--out', 'out/', '--resume'])).err).toContain('not empty');
});

test('files that an earlier run left do not get into the result', async () => {
  const dir = await folderWith(typed('DECIMAL(18,2)'));
  mkdirSync(join(dir, 'out.part'));
  writeFileSync(join(dir, 'out.part', 'part-00007.parquet'), 'old');
  expect(await run(dir, ['--out', 'out/'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('--restart') as string,
  });
  await run(dir, ['--out', 'out/', '--restart']);
  expect(readdirSync(join(dir, 'out'))).toEqual(['part-00000.parquet']);
});
