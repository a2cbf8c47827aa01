import { describe, expect, test } from 'vitest';
import { noFile } from '../../../engine/host/host-messages.ts';
import { isUnreadable } from '../../../engine/tables/unreadable.ts';
import { textOf, type Cell } from '../../../engine/tables/cell.ts';
import { readXlsx } from '../../../engine/host/xlsx/read-xlsx.ts';
import { exactNumber } from '../../../engine/host/xlsx/stored-number.ts';
import { inline, number, row, workbook, type Parts } from '../../support/workbook.ts';

interface Read {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly lines: readonly number[];
}

async function read(
  parts: Parts | Buffer,
  options: { sheet?: string; headerRow?: number } = {},
): Promise<Read | string> {
  const file = Buffer.isBuffer(parts) ? parts : await workbook(parts);
  const table = await readXlsx(file, { name: 'in.xlsx', missing: noFile('in.xlsx'), ...options });
  if (isUnreadable(table)) return table.unreadable.en;
  const [rows, lines]: [(readonly Cell[])[], number[]] = [[], []];
  for await (const one of table.rows) {
    if (isUnreadable(one)) return one.unreadable.en;
    rows.push(one.cells);
    lines.push(one.line);
  }
  return { header: table.header, rows, lines };
}

/** The one cell below a header, with the number formats before it. */
async function cell(xml: string, parts: Omit<Parts, 'sheets'> = {}): Promise<Cell | undefined> {
  const found = await read({ ...parts, sheets: { S: { rows: row(inline('h')) + row(xml, inline('.')) } } });
  if (typeof found === 'string') throw new Error(found);
  return found.rows[0]?.[0] ?? '';
}

describe('a number is the decimal that spreadsheets show', () => {
  test.each<readonly [string, string | undefined]>([
    ['0.3', '0.3'],
    ['1.1000000000000001', '1.1'],
    ['0.28999999999999998', '0.29'],
    ['4.3499999999999996', '4.35'],
    ['-1234.5599999999999', '-1234.56'],
    ['1234.5600000000001', undefined],
    ['2.5000000000000001E-2', '0.025'],
    ['1.0000000000000001E-5', '0.00001'],
    ['1E+20', '100000000000000000000'],
    ['123456789012345', '123456789012345'],
    ['999999999999999.9', undefined],
    ['0.30000000000000004', undefined],
    ['110101199003078888', undefined],
    ['1.1010119900307789E+17', undefined],
    ['0.33333333333333331', undefined],
    ['1e400', `1${'0'.repeat(400)}`],
    ['NaN', undefined],
  ])('%s', (stored, digits) => {
    expect(exactNumber(stored)).toBe(digits);
  });
});

describe('a cell says what its format says', () => {
  test.each<readonly [format: string | number, stored: string, text: string]>([
    [0, '1234.5', '1234.5'],
    [4, '1234.5', '1234.5'],
    [9, '0.35', '35%'],
    ['0.00%', '0.34999999999999998', '35%'],
    ['¥#,##0.00', '1234.5', '1234.5 ¥'],
    ['[$¥-804]#,##0.00', '1234.5', '1234.5 ¥'],
    ['[$¥-411]#,##0', '1234', '1234 JPY'],
    ['[$$-409]#,##0.00', '5', '5 $'],
    ['_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ', '5', '5 ¥'],
    ['#,##0.00"元"', '5', '5 元'],
    ['0"天"', '7', '7 天'],
    ['0.0,"万"', '12345', '12345'],
    ['0!.0,"万元"', '12345', '12345'],
    ['#,##0;[Red]-#,##0', '-5', '-5'],
    ['General', '5', '5'],
    [14, '46326', '2026-10-31'],
    ['yyyy"年"m"月"d"日"', '46326', '2026-10-31'],
    [58, '46326', '2026-10-31'],
    [22, '46326.708333333336', '2026-10-31T17:00:00'],
    [20, '0.70833333333333337', '17:00:00'],
    ['[h]:mm', '1.0625', '1530 minutes'],
    ['[h]:mm:ss', '4.1666666666666669E-2', '60 minutes'],
    ['[mm]:ss', '3.4722222222222224E-4', '0.5 minutes'],
    ['[h]:mm', '5.5555555555555552E-2', '80 minutes'],
    ['[h]:mm', '-0.0625', '-90 minutes'],
  ])('%s: %s', async (format, stored, text) => {
    expect(textOf((await cell(number(stored, 1), { formats: [format] })) ?? '')).toBe(text);
  });

  test.each<readonly [what: string, stored: string]>([
    ['an hour and 20 seconds, a third of a minute', '4.1898148148148150E-2'],
    ['no whole second', '0.00001'],
    ['more than a spreadsheet shows', '1E+300'],
  ])('a length of time of %s is never rounded', async (_, stored) => {
    const found = await cell(number(stored, 1), { formats: ['[h]:mm'] });
    expect(typeof found === 'object' ? found.unfit?.en : found).toContain(`holds ${stored}`);
    expect(typeof found === 'object' ? found.raw : '').toBeNull();
  });

  test('days of files that count from 1904', async () => {
    expect(await cell(number('44864', 1), { formats: [14], from1904: true })).toBe('2026-10-31');
  });

  test('texts: shared ones in runs without readings, results of formulas, truths, escapes', async () => {
    const strings = ['<r><t>净</t></r><r><t xml:space="preserve"> 额</t></r><rPh><t>jing</t></rPh>'];
    expect(await cell('<c t="s"><v>0</v></c>', { strings })).toBe('净 额');
    expect(await cell('<c t="str"><f>A1&amp;"x"</f><v>x&amp;y</v></c>')).toBe('x&y');
    expect(await cell('<c t="b"><v>1</v></c>')).toMatchObject({ raw: true, text: 'true' });
    expect(await cell(inline('a_x000D_b'))).toBe('a\rb');
    expect(await cell('<c><f>1+1</f><v>2</v></c>')).toMatchObject({ raw: '2' });
    expect(await cell('<c><v></v></c>')).toBe('');
  });

  test.each<readonly [string, string, string]>([
    ['an error', '<c t="e"><f>A9</f><v>#REF!</v></c>', 'the cell holds the error #REF!'],
    ['a formula that was never calculated', '<c><f>1+1</f></c>', 'without a stored result'],
    ['more digits than are exact', number('0.30000000000000004'), 'more digits than a spreadsheet keeps exactly'],
    ['a text that is not there', '<c t="s"><v>7</v></c>', 'refers to a text (7)'],
    ['a day before the calendars agree', number('59', 1), 'no day since 1 March 1900'],
  ])('%s is no value', async (_, xml, says) => {
    const found = await cell(xml, { formats: [14] });
    expect(typeof found === 'object' ? found.unfit?.en : found).toContain(says);
    expect(typeof found === 'object' ? found.raw : '').toBeNull();
  });
});

describe('a sheet', () => {
  const two = { One: { rows: row(inline('a')) }, Two: { rows: row(inline('b')) } };

  test.each<readonly [string, Parts | Buffer, { sheet?: string; headerRow?: number }, string]>([
    ['is named where there are several', { sheets: two }, {}, 'several sheets: One, Two'],
    ['must be there', { sheets: two }, { sheet: 'Tow' }, 'no sheet “Tow”. Its sheets are: One, Two.'],
    ['has a header', { sheets: { One: { rows: '' } } }, {}, 'sheet “One”: it is empty'],
    [
      'whose header has merged cells is refused',
      {
        sheets: {
          One: {
            rows: row(inline('t'), '<c/>') + row(inline('a'), inline('b')),
            behind: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
          },
        },
      },
      {},
      'row 1: the cells A1:B1 are merged',
    ],
    ['of no workbook', Buffer.from('a,b\n1,2\n'), {}, 'in.xlsx is no workbook that can be read'],
    ['of broken XML', { sheets: { One: { rows: '<row><c></row>' } } }, {}, 'is no workbook that can be read'],
  ])('%s', async (_, parts, options, says) => {
    expect(await read(parts, options)).toContain(says);
  });

  test('is found by its name; hidden ones do not count', async () => {
    expect(await read({ sheets: two }, { sheet: 'Two' })).toMatchObject({ header: ['b'] });
    const hidden = { One: { rows: row(inline('a')) }, Two: { rows: '', state: 'hidden' } };
    expect(await read({ sheets: hidden })).toMatchObject({ header: ['a'] });
  });

  test('cells stand where their addresses say, blank rows are none, the header may stand below a title', async () => {
    const rows = [
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c></row>',
      '<row r="3"><c r="B3" t="inlineStr"><is><t>b</t></is></c><c r="D3" t="inlineStr"><is><t>d</t></is></c></row>',
      '<row r="4"><c r="D4"><v>4</v></c></row><row r="5"><c r="B5" s="0"/></row>',
      '<row r="9"><c r="B9"><v>1</v></c><c r="E9"><v>5</v></c></row>',
    ].join('');
    const found = await read({ sheets: { S: { rows } } }, { headerRow: 3 });
    if (typeof found === 'string') throw new Error(found);
    expect(found.header).toEqual(['', 'b', '', 'd']);
    expect(found.lines).toEqual([4, 9]);
    expect(found.rows.map((cells) => cells.map(textOf))).toEqual([
      ['', '', '', '4'],
      ['', '1', '', ''],
    ]);
  });

  test('merged cells are no value for anybody', async () => {
    const rows =
      row(inline('a'), inline('b')) +
      row(number('1'), number('2')) +
      row('<c/>', number('3')) +
      row(number('4'), number('5'));
    const found = await read({
      sheets: { S: { rows, behind: '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>' } },
    });
    if (typeof found === 'string') throw new Error(found);
    const unfit = found.rows.map((cells) => cells.map((one) => typeof one === 'object' && one.unfit !== undefined));
    expect(unfit).toEqual([
      [true, false],
      [true, false],
      [false, false],
    ]);
  });
});
