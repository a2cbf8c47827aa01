import { DuckDBInstance } from '@duckdb/node-api';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emitSql, type SqlInput } from '../../engine/emit/sql/sql.ts';
import { link } from '../../engine/program/link.ts';
import { random, weighted, type Random } from '../random/random.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';
import { bylaw, folder, home, type Ran } from './terminal.ts';

const at = '2026-10-31';
const program = link(handbookOf(policyTexts), { at });
const asked = Object.values(program.decisions).filter(({ hidden, takes }) => !hidden && takes.length === 0);
const { said } = emitSql(
  program,
  asked.map(({ name }) => name),
  'duckdb',
  { table: 'facts' },
);

/** The same run by the engine alone and through DuckDB. */
async function both(
  table: string | Uint8Array,
  decisions: readonly string[],
  name = 'in.csv',
  ...more: readonly string[]
): Promise<readonly [plain: Ran, through: Ran]> {
  const dir = folder();
  writeFileSync(join(dir, name), table);
  const args = ['run', ...decisions, '--in', name, '--at', at, '--handbook', join(home, 'policies'), ...more];
  return [await bylaw(args, { cwd: dir }), await bylaw([...args, '--engine', 'duckdb'], { cwd: dir })];
}

/** What people write: plain forms alone, or among forms that only the engine reads, and what nobody reads. */
function cellFor({ type }: SqlInput, chance: Random, plainly: boolean): string {
  const digits = chance.pick(['0', '1', '-1', '0.01', '88000.00', '007', '0.005', '99999999999999999999999999.99']);
  const pick = (texts: readonly string[]): string => (plainly ? (texts[0] ?? '') : chance.pick(texts));
  const amount = (...units: readonly string[]): string => digits + pick(units);
  const one = (): string => {
    switch (type.is) {
      case 'number':
        return amount('', '', '', ' ', 'e3', '万', '１', ',000');
      case 'percent':
        return amount('%', '%', '%', ' %', '％', '', '‰', '% ');
      case 'money':
        return amount(' CNY', ' CNY', ' CNY', 'CNY', '元', '万元', ' ￥', '', ' USD', '¹ CNY');
      case 'quantity':
        return amount(...(program.units[type.unit]?.en ?? []).map((unit) => ` ${unit}`), ` ${type.unit}`, ' pounds');
      case 'duration':
        return amount(` ${type.family}`, ' days', ' day', ' weeks', ' months', ' hours', '天', '') || 'none';
      case 'date':
        return pick([
          '2026-10-31',
          '2024-02-29',
          '2026-02-29',
          '0001-01-01',
          '0000-01-01',
          '9999-12-31',
          '2026-1-1',
          ' 2026-10-31',
        ]);
      case 'time':
        return pick(['17:00', '9:05', '09:05:30', '24:00', '17：00', '']);
      case 'date-time':
        return pick(['2026-10-31T17:00', '2026-10-31 17:00:01', '2026-10-31T24:00', '2026-02-30T10:00', '2026-10-31']);
      case 'boolean':
        return pick(['true', 'false', 'TRUE', '是', '否', 't', '1', ' true']);
      case 'enumeration': {
        const members = Object.entries(program.enumerations[type.name] ?? { none: { en: 'none', zh: '无' } });
        const [id, { en, zh }] = chance.pick(members);
        return pick([id, id, id, en, zh, `${id} `, 'no such']);
      }
      case 'post':
        return chance.pick([
          ...Object.keys(program.organizations[type.scope]?.posts ?? {}),
          ...(plainly ? [] : [' nobody']),
        ]);
      default:
        return pick(['', 'a', ' a ', "it's", '"', 'a,b', '提成', 'ｆ', 'é', '--', '\\']);
    }
  };
  return weighted<() => string>(
    [
      [1, () => ''],
      [5, one],
    ],
    chance,
  )();
}

const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Every other row in plain forms only. */
function tableOf(columns: readonly SqlInput[], rows: number, seed: number): string {
  const chance = random(seed);
  const lines = Array.from({ length: rows }, (_, i) => [
    `row ${String(i)}`,
    ...columns.map((input) => cellFor(input, chance, i % 2 === 0)),
  ]);
  return [['row', ...columns.map(({ fact }) => fact)], ...lines]
    .map((line) => `${line.map(quoted).join(',')}\n`)
    .join('');
}

const inputsOf = (decisions: readonly string[]): readonly SqlInput[] =>
  emitSql(program, decisions, 'duckdb', { table: 'facts' }).inputs;

test('all decisions that are said: the same file, the same words, the same code', async () => {
  expect(said.length).toBeGreaterThan(20);
  for (let i = 0; i < said.length; i += 12) {
    const decisions = said.slice(i, i + 12);
    const [plain, through] = await both(tableOf(inputsOf(decisions), 80, i), decisions);
    expect(through, decisions.join(' ')).toEqual(plain);
    expect(plain.out).toMatch(/,determined,/);
  }
});

test('with reasons, as JSON, and by the source alone', async () => {
  const decisions = said.slice(0, 6);
  const table = tableOf(inputsOf(decisions), 100, 77);
  for (const more of [['--reasons'], ['--json'], ['--source-only', '--lang', 'zh']]) {
    const [plain, through] = await both(table, decisions, 'in.csv', ...more);
    expect(through).toEqual(plain);
  }
});

test('Parquet: texts, and columns whose types say what they hold', async () => {
  const dir = folder();
  const duckdb = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  writeFileSync(join(dir, 'in.csv'), tableOf(inputsOf(said), 60, 5));
  const copy = (query: string, name: string): string =>
    `COPY (${query}) TO '${join(dir, name)}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`;
  await duckdb.run(copy(`SELECT * FROM read_csv('${join(dir, 'in.csv')}', all_varchar = true)`, 'texts.parquet'));
  // Several groups of rows, whose order must stay.
  const typed = `SELECT 'p' || i AS who,
    ((i * 7919) % 10000000 - 5)::DECIMAL(18, 2) AS "sales.ordered", 0::INTEGER AS "sales.returned",
    ((i % 140) || '%') AS "sales.completion", DATE '2026-10-31' - (i % 9)::INTEGER AS day, i % 2 = 0 AS odd,
    1.5::DOUBLE AS float FROM range(2500) AS t(i)`;
  await duckdb.run(copy(typed, 'typed.parquet'));
  const run = (name: string, decisions: readonly string[], more: readonly string[]): Promise<Ran> =>
    bylaw(['run', ...decisions, '--in', name, '--at', at, '--handbook', join(home, 'policies'), ...more], { cwd: dir });
  for (const [name, decisions] of [
    ['texts.parquet', said.slice(0, 20)],
    ['typed.parquet', ['commission.head.amount', 'sales.net']],
  ] as const) {
    const plain = await run(name, decisions, ['--format', 'parquet']);
    expect(plain.out).toContain('determined');
    expect(await run(name, decisions, ['--format', 'parquet', '--engine', 'duckdb'])).toEqual(plain);
  }
});

const rate = 'commission.head.rate';
const header = 'name,sales.completion,sales.ordered';

test.each([
  ['line ends of Windows, with a mark', `\uFEFF${header}\r\n一,95%,1 CNY\r\n二,101%,2 CNY\r\n`, 'in.csv'],
  ['tabs', `${header}\na,95%,1 CNY\n`.replaceAll(',', '\t'), 'in.tsv'],
  ['semicolons', `${header}\na,95%,1 CNY\n`.replaceAll(',', ';'), 'in.csv'],
  ['quotes around cells', `${header}\n"a ""b"", c","95%",\n`, 'in.csv'],
  ['no line end at the end', `${header}\na,95%,1 CNY`, 'in.csv'],
  ['no rows', `${header}\n`, 'in.csv'],
])('DuckDB reads %s', async (_what, table, name) => {
  const [plain, through] = await both(table, [rate], name);
  expect(through).toEqual(plain);
});

test.each([
  ['a cell of two lines', `${header}\n"a\nb",95%,\n`, /line 2 has a line end in a cell/],
  ['a row that is short', `${header}\na,95%\n`, /line 2 has another number of cells/],
  ['an empty line', `${header}\na,95%,\n\nb,95%,\n`, /line 3 is empty/],
  ['an open quote', `${header}\n"a,95%,\n`, /has a line end in a cell|nothing closes/],
  ['mixed line ends', `${header}\na,95%,\r\nb,95%,\n`, /line 2 ends otherwise than the first/],
  [
    'GB 18030',
    Buffer.concat([Buffer.from(`${header}\n`), Buffer.from([0xcc, 0xe1]), Buffer.from(',95%,\n')]),
    /not UTF-8/,
  ],
])('the engine alone reads %s, and says so', async (_what, table, why) => {
  const [plain, through] = await both(table, [rate]);
  const [first = '', ...rest] = through.err.split('\n');
  expect(first).toMatch(/^in\.csv is answered without DuckDB: /);
  expect(first).toMatch(why);
  expect({ ...through, err: rest.join('\n') }).toEqual(plain);
});

test.each(['a"b', '"a"b'])('a file that nobody reads is refused in the same words: %s', async (cell) => {
  const [plain, through] = await both(`${header}\n${cell},95%,\n`, [rate]);
  expect(through).toEqual(plain);
  expect(plain.code).toBe(2);
});

test('what it cannot do is refused', async () => {
  const refusedBy = async (decision: string, ...more: readonly string[]): Promise<Ran> =>
    (await both(`${header}\na,95%,1 CNY\n`, [decision], 'in.csv', ...more))[1];
  const unsaid = asked.find(({ name }) => !said.includes(name))?.name ?? '';
  expect(await refusedBy(unsaid)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining(`“${unsaid}” has no form in SQL`) as string,
  });
  expect(await refusedBy(rate, '--key', 'name')).toMatchObject({
    code: 2,
    err: expect.stringContaining('without --key') as string,
  });
  const unknown = await bylaw([
    ...['run', rate, '--in', 'policies/population/sales-2026-10.csv', '--at', at],
    ...['--engine', 'sqlite'],
  ]);
  expect(unknown).toMatchObject({ code: 2, out: '' });
});
