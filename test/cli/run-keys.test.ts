import { expect, test } from 'vitest';
import { smallRun } from './small-run.ts';

const header = 'no,sales.net\n';
const table = `${header}a,100 CNY\nb,200 CNY\nＡ1,300 CNY\na,400 CNY\nA1,500 CNY\n`;
const result = 'no,sales.net,pay.amount,pay.amount.status,pay.amount.flags\n';
const bAlone = `${result}a,100 CNY,,error,\nb,200 CNY,20.00 CNY,determined,\nＡ1,300 CNY,,error,\na,400 CNY,,error,\nA1,500 CNY,,error,\n`;
const mapping = 'mapping: people\nkey: no\ncolumns: {}\n';

const manners: readonly (readonly [string, readonly string[], { readonly stdin?: string }])[] = [
  ['the mapping of a file', ['--map', 'm.yaml'], {}],
  ['--key of a file', ['--key', 'no'], {}],
  ['the mapping of standard input', ['--in', '-', '--map', 'm.yaml'], { stdin: table }],
  ['the first column, where slips are asked for', ['--slips', 'slips', '--out', '-.csv'], {}],
];
test.each(manners)('no row of a key that stands twice has a value: %s', async (_, args, setting) => {
  const ran = await smallRun({ 'in.csv': table, 'm.yaml': mapping }, ['pay.amount', ...args], setting);
  expect(ran.code).toBe(1);
  expect(args.includes('--out') ? ran.file('-.csv').toString() : ran.out).toBe(bAlone);
  expect(ran.err).toContain(':2: pay.amount: The key “a” stands in row 5 too');
  expect(ran.err).toContain(':5: pay.amount: The key “a” stands in row 2 too');
  expect(ran.err).toContain(':6: pay.amount: The key “A1” stands in row 4 too');
  expect(ran.err).toContain('1 value (0 with a flag), 0 undetermined, 0 not applicable, 4 errors');
  if (args.includes('--slips')) expect(ran.err).toContain('1 slip in slips; 4 in error without one');
});

test('a comparison says the same of them', async () => {
  const paid = `${result}a,100 CNY,10.00 CNY,determined,\nb,100 CNY,10.00 CNY,determined,\n`;
  const ran = await smallRun({ 'in.csv': table, 'paid.csv': paid }, ['pay.amount', '--against', 'paid.csv']);
  expect(ran.code).toBe(1);
  expect(ran.out.split('\n').filter((line) => line.includes('in error'))).toHaveLength(4);
  expect(ran.out).toContain('Difference in all: 10.00 CNY');
  expect(ran.err).toContain('in.csv:2: pay.amount: The key “a” stands in row 5 too');
});

test('many rows of one key are told with the first few', async () => {
  const rows = Array.from({ length: 9 }, (_, i) => `a,${i} CNY\n`).join('');
  const { err } = await smallRun({ 'in.csv': header + rows }, ['pay.amount', '--key', 'no']);
  expect(err).toContain('in.csv:2: pay.amount: The key “a” stands in rows 3, 4, 5 and 5 more too');
});

test('without a key a table may say the same twice; a key that is no column is refused', async () => {
  const plain = await smallRun({ 'in.csv': table }, ['pay.amount']);
  expect(plain.code).toBe(0);
  const wrong = await smallRun({ 'in.csv': table }, ['pay.amount', '--key', 'na']);
  expect(wrong.code).toBe(2);
  expect(wrong.err).toContain('in.csv has no column “na” for --key.');
});

const joining = `mapping: people
key: no
columns: { sold: { fact: sales.net, unit: CNY } }
tables:
  - { file: team.csv, key: boss, as: team, without-rows: empty, columns: { who: name } }
`;
const team = 'boss,who\na,x\nb,y\nb,z\n';
test('a row in error still has its joined rows; rows that nobody here has are one remark', async () => {
  const files = (main: string, joined: string) => ({ 'in.csv': main, 'm.yaml': joining, 'team.csv': joined });
  const args = ['pay.amount', '--map', 'm.yaml'];
  const broken = await smallRun(files('no,sold\na,1\nb,1,more\n', team), args);
  expect(broken.code).toBe(1);
  expect(broken.err).not.toContain('team.csv');
  const others = Array.from({ length: 7 }, (_, i) => `c${i},x\nc${i},y\n`).join('');
  const whole = await smallRun(files('no,sold\na,1\nb,1\n', team + others), args);
  expect(whole.code).toBe(0);
  expect(whole.err.split('\n').filter((line) => line.includes('team.csv'))).toEqual([
    'team.csv: 14 rows count for nobody, since no row of in.csv has their key: “c0” (row 5), “c0” (row 6), “c1” (row 7), “c1” (row 8), “c2” (row 9), …',
  ]);
  const nameless = await smallRun(files('no,sold\na,1\nb,1\n', `${team},x\n`), args);
  expect(nameless.code).toBe(1);
  expect(nameless.err).toContain('team.csv:5: the row has no key, so it counts for nobody.');
});
