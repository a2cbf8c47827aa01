import { expect, test } from 'vitest';
import type { Diagnostic } from '../../engine/diagnostic/diagnostic.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { link } from '../../engine/program/link.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { findingsOf, smallHandbook } from './small-handbook.ts';

interface Case {
  readonly name: string;
  readonly hit?: string;
  readonly columns?: string;
  /** Cells with ` | ` between them; each row gives its own number. */
  readonly rows: readonly string[];
  readonly otherwise?: boolean;
  /** Code and the beginning of what it says. */
  readonly found: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'complete', rows: ['green | any', '{black, white} | < 10 cans', '!= green | >= 10 cans'], found: [] },
  { name: 'a hole', rows: ['green | any', '!= green | <= 10 cans'], found: ['table/gap No row covers tea in {black, white}, stock > 10 cans; for example tea = black, stock = 11 cans.'] },
  { name: 'whole cans leave none', rows: ['any | <= 10 cans', 'any | >= 11 cans'], found: [] },
  { name: 'otherwise leaves none', rows: ['green | any'], otherwise: true, found: [] },
  { name: 'two holes', rows: ['green | any', 'black | < 5 cans', 'black | > 5 cans'], found: ['table/gap No row covers tea in {black, white}, stock = 5 cans; for example tea = black, stock = 5 cans.', 'table/gap No row covers tea = white; for example tea = white, stock = 0 cans.'] },
  { name: 'two rows at once', rows: ['green | any', 'any | > 5 cans', '!= green | <= 5 cans'], found: ['table/overlap Rows 1 and 2 both cover tea = green, stock > 5 cans; for example tea = green, stock = 6 cans.'] },
  { name: 'the same row twice', rows: ['any | any', 'any | any'], found: ['table/overlap Rows 1 and 2 both cover everything.'] },
  { name: 'the first of two is enough', hit: 'first', rows: ['green | any', 'any | > 5 cans', 'any | <= 5 cans'], found: [] },
  { name: 'a row in vain', hit: 'first', rows: ['any | > 5 cans', 'green | > 7 cans', 'any | <= 5 cans'], found: ['table/shadowed Row 2 never decides: row 1 before it has decided all that it covers.'] },
  { name: 'a row in vain behind two', hit: 'first', rows: ['any | > 5 cans', 'any | <= 5 cans', 'green | any'], found: ['table/shadowed Row 3 never decides: row 1 and row 2 before it have decided all that it covers.'] },
  { name: 'a row that nothing reaches', rows: ['any | any', 'any | < 0 cans'], found: ['table/unreachable Row 2 can never hold: stock is always >= 0 cans, a whole number.'] },
  { name: 'a row without any value', rows: ['any | any', 'green | [9 cans .. 5 cans]'], found: ['table/empty Row 2 can never hold'] },
  { name: 'collecting may collect nothing', hit: 'collect\ncollect: sum', rows: ['green | any', 'green | > 5 cans'], found: [] },
  { name: 'the smallest of nothing', hit: 'collect\ncollect: min', rows: ['green | any', 'green | > 5 cans'], found: ['table/gap No row covers tea in {black, white}; for example tea = black'] },
  { name: 'a computed column has no fact to give', columns: 'late: due > 2026-01-01', rows: ['true'], found: ['table/gap No row covers late = false.'] },
  { name: 'a column that no row asks about', columns: 'due: due, note: "[1, 2]"', rows: ['< 2026-01-01 | any', '> 2026-01-01 | any'], found: ['table/gap No row covers due = 2026-01-01.'] },
  { name: 'one fact in two columns', columns: 'low: stock, high: stock', rows: ['> 5 cans | < 9 cans'], found: ['table/not-decided Whether the rows cover everything just once was not decided: the columns low and high'] },
  { name: 'a computed end', columns: 'sold: sold', rows: ['< reached * 5 CNY', '> 100 CNY'], found: ['table/not-decided Whether the rows cover everything just once was not decided: an end or value is computed'] },
  { name: 'months are counted whole', columns: 'month: month-of(due)', rows: ['<= 6', '[7 .. 12]'], found: [] },
]; // prettier-ignore

function small({ hit = 'unique', columns = 'tea: tea, stock: stock', rows, otherwise = false }: Case) {
  const names = columns.split(', ').map((column) => column.split(':')[0]!);
  const lines = rows.map((row, i) => {
    const cells = row.split(' | ').map((cell, k) => `${names[k]}: "${cell}"`);
    return `  - { ${cells.join(', ')}, n: ${i + 1} }\n`;
  });
  const rest = otherwise ? '  - { otherwise: { n: 0 } }\n' : '';
  return smallHandbook(
    'table',
    `hit: ${hit}\ncolumns: { ${columns} }\noutputs: { n: { title: { en: N, zh: 数 } } }\nrows:\n${lines.join('')}${rest}`,
  );
}

test.each(cases)('$name', (each) => {
  const said = findingsOf(small(each)).map(({ code, message }) => `${code} ${message.en}`);
  expect(said.map((line, i) => line.slice(0, each.found[i]?.length))).toEqual(each.found);
});

test('the evaluators show at each witness what the finding says', () => {
  const shown = cases.flatMap((each) => {
    const { handbook } = small(each);
    const program = link(handbook, { at: '2026-01-01' });
    return handbook.diagnostics.flatMap(({ code, witness }: Diagnostic) => {
      if (witness === undefined) return [];
      const { status, reasons, error } = evaluate(program, 't.n', readFacts(program, witness), {});
      return [`${code} ${status} ${error?.code ?? reasons[0]?.code ?? ''}`];
    });
  });
  expect(new Set(shown)).toEqual(
    new Set(['table/gap undetermined gap', 'table/gap undetermined empty-list', 'table/overlap error table/overlap']),
  );
});
