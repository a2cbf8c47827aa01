import { expect, test } from 'vitest';
import { smallRun } from './small-run.ts';

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
const added = ['pay.amount', 'pay.amount.status', 'pay.amount.flags'];

interface Case {
  readonly name: string;
  readonly table: string | Uint8Array;
  readonly out: string;
  readonly says?: string;
  readonly more?: readonly string[];
}
const cases: readonly Case[] = [
  {
    name: '“Unicode text” of a spreadsheet',
    table: utf16('净额\t备注\r\n500元\t"a\tb"\r\n'),
    out: `\uFEFF净额\t备注\t${added.join('\t')}\r\n500元\t"a\tb"\t50.00 CNY\tdetermined\t\r\n`,
    says: 'in.csv was read with tabs between its cells; a CSV result is written so, too',
  },
  {
    name: 'semicolons',
    table: 'sales.net;note with more\n500 CNY;"a;b"\n',
    out: `sales.net;note with more;${added.join(';')}\n500 CNY;"a;b";50.00 CNY;determined;\n`,
    says: 'in.csv was read with semicolons between its cells',
  },
  {
    name: 'a comma within a quoted header',
    table: 'sales.net;"a, b"\n500 CNY;x\n',
    out: `sales.net;a, b;${added.join(';')}\n500 CNY;x;50.00 CNY;determined;\n`,
    says: 'semicolons',
  },
  {
    name: 'a comma in the header decides',
    table: 'sales.net,a;b\n500 CNY,x\n',
    out: `sales.net,a;b,${added.join(',')}\n500 CNY,x,50.00 CNY,determined,\n`,
  },
  {
    name: 'a semicolon within a quoted header of one column',
    table: '"sales.net","a;b"\n500 CNY,x\n',
    out: `sales.net,a;b,${added.join(',')}\n500 CNY,x,50.00 CNY,determined,\n`,
  },
  {
    name: 'as it is named',
    table: 'sales.net;a, b\n500 CNY;x\n',
    out: `sales.net;a, b;${added.join(';')}\n500 CNY;x;50.00 CNY;determined;\n`,
    more: ['--delimiter', 'semicolon'],
    says: 'semicolons',
  },
];
test.each(cases)('the sign between cells: $name', async ({ table, out, says, more = [] }) => {
  const ran = await smallRun({ 'in.csv': table }, ['pay.amount', ...more]);
  expect({ code: ran.code, out: ran.out }).toEqual({ code: 0, out });
  if (says === undefined) expect(ran.err).not.toContain('between its cells');
  else expect(ran.err).toContain(says);
});

test('the header that counts is the one of the mapping; joined tables have signs of their own', async () => {
  const map = `mapping: people
key: no
header-row: 3
columns: { net: { fact: sales.net, unit: CNY } }
tables:
  - { file: team.csv, key: boss, as: team, without-rows: empty, columns: { p: { fact: done, unit: percent } } }
`;
  const files = { 'in.csv': 'Sales, October\n\nno;net\na;5\n', 'm.yaml': map, 'team.csv': 'boss\tp\na\t100\n' };
  const ran = await smallRun(files, ['pay.amount', 'pay.good', '--map', 'm.yaml']);
  expect(ran.out).toContain('\na;5;0.50 CNY;determined;;1;determined;\n');
  expect(ran.err).toContain('team.csv was read with tabs between its cells');
});

test('.tsv means tabs, whichever way', async () => {
  const { file } = await smallRun({ 'in.csv': 'sales.net\n5 CNY\n' }, ['pay.amount', '--out', 'o.tsv']);
  expect(file('o.tsv').toString()).toBe(`sales.net\t${added.join('\t')}\n5 CNY\t0.50 CNY\tdetermined\t\n`);
  const again = await smallRun({ 'a.tsv': 'sales.net\ta, b\n5 CNY\tx\n' }, ['pay.amount', '--in', 'a.tsv']);
  expect(again.out).toContain('\n5 CNY\tx\t0.50 CNY\tdetermined\t\n');
});

test.each<readonly [string, readonly string[], string]>([
  ['sales.net\n', ['--delimiter', 'semikolon'], 'Did you mean “semicolon”?'],
  ['sales.net|x\n', [], 'separated by commas, tabs or semicolons'],
])('%j with %j is refused', async (table, more, says) => {
  const ran = await smallRun({ 'in.csv': table }, ['pay.amount', ...more]);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err).toContain(says);
});
