import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { smallRun } from './small-run.ts';
import { bylaw } from './terminal.ts';

const csv = 'sales.net\n5 CNY\n';
const refused: readonly (readonly [readonly string[], string])[] = [
  [['--out', 'o.pdf'], '“.pdf” is no format of a result: --out takes .csv, .tsv and .txt (CSV), .jsonl'],
  [['--out', 'o.json'], '“.json” is no format of a result'],
  [['--against', 'in.csv', '--out', 'o.xlsx'], '“.xlsx” is nothing that differences are written in: --out takes .csv'],
  [['--against-known', '2026-11-01'], '--against-known is about an earlier result, but there is no --against FILE'],
  [['--against-map', 'm.yaml'], '--against-map is about an earlier result, but there is no --against FILE'],
];
test.each(refused)('%j is refused', async (more, says) => {
  const ran = await smallRun({ 'in.csv': csv }, ['pay.amount', ...more]);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain(says);
  expect(readdirSync(ran.dir).sort()).toEqual(['in.csv', 'rules']);
});

test('a result without an extension is like the input, and --json goes anywhere', async () => {
  const plain = await smallRun({ 'in.csv': csv }, ['pay.amount', '--out', 'result']);
  expect(plain.file('result').toString()).toContain('\n5 CNY,0.50 CNY,determined,\n');
  const json = await smallRun({ 'in.csv': csv }, ['pay.amount', '--out', 'o.json', '--json']);
  expect(JSON.parse(json.file('o.json').toString())).toHaveLength(1);
});

const exponents: readonly (readonly [string, string, string])[] = [
  ['in.csv', 'net\n8.8E+04\n', '“8.8E+04” is written with an exponent (E). Write all its digits, such as 88000;'],
  ['in.csv', 'net\n5E-1 CNY\n', 'such as 0.5 CNY;'],
  ['in.jsonl', '{"net": 1e5}\n', 'is written with an exponent (E). Write all its digits, such as 100000'],
];
test.each(exponents)('a number with an exponent is told as such: %s %j', async (name, table, says) => {
  const map = 'mapping: people\ncolumns: { net: { fact: sales.net, unit: CNY } }\n';
  const ran = await smallRun({ [name]: table, 'm.yaml': map }, ['pay.amount', '--map', 'm.yaml', '--in', name]);
  expect(ran.code).toBe(1);
  expect(ran.err).toContain(says);
});

test('help says what a table is, and what several filters are', async () => {
  expect((await bylaw(['--help', '--lang', 'en'])).out).toContain('each row of a table (CSV, JSON Lines,');
  const said = (await bylaw(['test', '--help', '--lang', 'en'])).out.replaceAll(/\s+/g, ' ');
  expect(said).toContain('of several filters, any one will do');
});
