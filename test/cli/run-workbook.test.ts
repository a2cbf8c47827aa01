import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noFile } from '../../engine/host/host-messages.ts';
import { isUnreadable } from '../../engine/tables/unreadable.ts';
import type { Cell } from '../../engine/tables/cell.ts';
import { openPackage } from '../../engine/host/xlsx/package.ts';
import { readXlsx } from '../../engine/host/xlsx/read-xlsx.ts';
import { inline, number, row, workbook } from '../support/workbook.ts';
import { smallRun } from './small-run.ts';

const map = `mapping: sales
columns:
  净额: { fact: sales.net, unit: CNY }
  完成率: reached
  入职: joined
`;
const formats = ['0.00%', 14, '#,##0.00'];
const head = row(...['姓名', '净额', '完成率', '入职'].map(inline));
const merges = '<mergeCells count="1"><mergeCell ref="B6:B7"/></mergeCells>';
const rows = [
  head,
  row(inline('王 &amp; &lt;1>'), number('1234.5599999999999', 3), number('0.34999999999999998', 1), number('46326', 2)),
  row(inline('李'), '<c t="e"><f>Z1</f><v>#REF!</v></c>', number('0.5', 1), number('46326', 2)),
  row(inline('张'), number('0.30000000000000004'), number('0.5'), inline('soon')),
  row(inline('赵'), '<c><f>1+1</f></c>'),
  row(inline('钱'), number('5')),
  row(inline('孙'), '<c/>', number('0.5', 1)),
].join('');
const sheets = { Sales: { rows, behind: merges } };
const args = ['pay.amount', 'pay.bonus', 'pay.since', '--in', 'in.xlsx', '--map', 'm.yaml'];

/** All cells of a workbook that was written. */
async function cellsOf(path: string): Promise<readonly (readonly Cell[])[]> {
  const table = await readXlsx(path, { name: path, missing: noFile(path) });
  if (isUnreadable(table)) throw new Error(table.unreadable.en);
  const all: (readonly Cell[])[] = [table.header];
  for await (const one of table.rows) if (!isUnreadable(one)) all.push(one.cells);
  return all;
}

test('a workbook becomes a workbook: amounts are numbers with their formats, texts stay texts', async () => {
  const ran = await smallRun({ 'in.xlsx': await workbook({ sheets, formats }), 'm.yaml': map }, [
    ...args,
    '--out',
    'out.xlsx',
    '--reasons',
  ]);
  expect(ran.code).toBe(1);
  expect(readdirSync(ran.dir)).not.toContain('out.xlsx.part');
  const [header, first, error] = await cellsOf(join(ran.dir, 'out.xlsx'));
  expect(header?.slice(3, 9)).toEqual([
    '入职',
    'pay.amount',
    'pay.amount.status',
    'pay.amount.flags',
    'pay.amount.reasons',
    'pay.bonus',
  ]);
  expect(first?.[0]).toBe('王 & <1>');
  expect(first?.[1]).toMatchObject({ stored: { digits: '1234.56' } });
  expect(first?.[2]).toMatchObject({ text: '35%', stored: { format: '0.00%' } });
  expect(first?.[3]).toMatchObject({ text: '2026-10-31' });
  expect(first?.[4]).toMatchObject({ text: '123.46 CNY', stored: { digits: '123.46', format: '#,##0.00" CNY"' } });
  expect(first?.[5]).toBe('determined');
  expect(first?.[12]).toMatchObject({ text: '2026-10-31', stored: { digits: '46326', format: 'yyyy-mm-dd' } });
  expect(error?.[1]).toBe('#REF!');
  expect(error?.slice(4, 6)).toEqual(['', 'error']);
});

test('cells that are no values are told with sheet and address, and the other rows are computed', async () => {
  const ran = await smallRun({ 'in.xlsx': await workbook({ sheets, formats }), 'm.yaml': map }, args);
  expect(ran.code).toBe(1);
  expect(
    ran.out
      .split('\n')
      .slice(1, 7)
      .map((line) => line.split(',').slice(4)),
  ).toEqual([
    ['123.46 CNY', 'determined', '', '432.10 CNY', 'determined', '', '2026-10-31', 'determined', ''],
    ['', 'error', '', '', 'error', '', '2026-10-31', 'determined', ''],
    ['', 'error', '', '', 'error', '', '', 'error', ''],
    ['', 'error', '', '', 'error', '', '', 'undetermined', ''],
    ['', 'error', '', '', 'error', '', '', 'undetermined', ''],
    ['', 'error', '', '', 'error', '', '', 'undetermined', ''],
  ]);
  for (const says of [
    'in.xlsx, sheet “Sales”, row 3: column “净额” (B3): the cell holds the error #REF!',
    'row 4: column “净额” (B4): the cell holds 0.30000000000000004',
    'row 4: column “完成率” (C4): ',
    'row 4: column “入职” (D4): ',
    'row 5: column “净额” (B5): the cell holds a formula without a stored result',
    'row 6: column “净额” (B6): the cell is part of the merged cells B6:B7',
    'row 7: column “净额” (B7): the cell is part of the merged cells B6:B7',
  ])
    expect(ran.err).toContain(says);
});

test('a CSV file may become a workbook; signs that XML cannot hold, and what looks like a formula, stay texts', async () => {
  const table = 'sales.net,note\n5 CNY,=1+1\n5 CNY,"a\u0007_x0007_\n<b>"\n12345678901234567.00 CNY,😀\n';
  const ran = await smallRun({ 'in.csv': table }, ['pay.amount', '--out', 'out.xlsx']);
  expect(ran.code).toBe(0);
  const cells = await cellsOf(join(ran.dir, 'out.xlsx'));
  expect(cells.map((one) => one[1])).toEqual(['note', '=1+1', 'a\u0007_x0007_\n<b>', '😀']);
  // Fifteen digits do not hold it.
  expect(cells[3]?.[2]).toBe('1234567890123456.70 CNY');
});

test('a workbook of the result has all the parts that programs ask for', async () => {
  const ran = await smallRun({ 'in.csv': 'sales.net\n5 CNY\n' }, ['pay.amount', '--out', 'out.xlsx']);
  const parts = await openPackage(readFileSync(join(ran.dir, 'out.xlsx')));
  const names = [
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
  ];
  expect(names.filter((name) => !parts.has(name))).toEqual([]);
  parts.close();
});

test('workbooks come from standard input, and may be joined by their sheets', async () => {
  const people = await workbook({
    sheets: {
      People: { rows: row(inline('id')) + row(number('7')) + row(number('8')) },
      Sales: {
        rows: row(inline('who'), inline('net')) + row(number('7'), number('12.5')) + row(inline(' 8 '), number('1')),
      },
    },
  });
  const joined = `mapping: people
sheet: People
key: id
columns: {}
tables:
  - { file: in.xlsx, sheet: Sales, key: who, as: columns, without-rows: error, columns: { net: { fact: sales.net, unit: CNY } } }
`;
  const ran = await smallRun(
    { 'in.xlsx': people, 'm.yaml': joined },
    ['pay.amount', '--in', '-', '--format', 'xlsx', '--map', 'm.yaml'],
    { stdin: people },
  );
  expect({ code: ran.code, out: ran.out }).toEqual({
    code: 0,
    out: 'id,pay.amount,pay.amount.status,pay.amount.flags\n7,1.25 CNY,determined,\n8,0.10 CNY,determined,\n',
  });
});

test('a key or a day in a cell that is no value is no key and no day', async () => {
  const merged = '<mergeCells><mergeCell ref="B3:B4"/></mergeCells>';
  const rows = [
    row(inline('id'), inline('day'), inline('净额')),
    row(number('110101199003078888'), number('46326', 1), inline('5 CNY')),
    row(number('2'), number('46326', 1), inline('5 CNY')),
    row(number('3'), number('46326', 1), inline('5 CNY')),
    row(number('4'), number('46326', 1), inline('5 CNY')),
  ].join('');
  const file = await workbook({ sheets: { S: { rows, behind: merged } }, formats: [14] });
  const files = { 'in.xlsx': file, 'm.yaml': 'mapping: x\nkey: id\ncolumns: {}\n' };
  const ran = await smallRun(files, ['pay.amount', '--in', 'in.xlsx', '--map', 'm.yaml', '--at-column', 'day']);
  const lines = ran.out.trimEnd().split('\n');
  expect(lines.slice(1).map((line) => line.split(',').slice(3, 5))).toEqual([
    ['', 'error'],
    ['', 'error'],
    ['', 'error'],
    ['0.50 CNY', 'determined'],
  ]);
  expect(ran.err).toContain('row 2: pay.amount: the cell holds 110101199003078888, more digits');
  expect(ran.err).toContain('row 4: pay.amount: the cell is part of the merged cells B3:B4');
});
