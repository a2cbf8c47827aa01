/**
 * What a decision by a table costs when the table grows: by intervals of a number, by words, and by both at once.
 * `node bench/growth/tables.ts [rows, such as 10,100,1000,10000]`
 */
import { compile } from '../../engine/compile/compile.ts';
import { fittedExponent, printSeries, type Point, type Series } from '../growth.ts';
import { keep } from '../record.ts';
import { bestTime, repeated } from '../timing.ts';
import { longTable, type Cell } from './long-table.ts';

const sizes = (process.argv[2] ?? '10,100,1000,10000').split(',').map(Number);
/** Fewer of a long table, which may take long for each. */
const questionsOf = (rows: number): number => Math.min(4096, 2_000_000 / rows);

/** Columns of a table, its rows, and what is asked of each row. */
interface Shape {
  readonly name: string;
  readonly columns: readonly ('n' | 'kind')[];
  readonly cells: (row: number, rows: number) => readonly Cell[];
}

const width = 100;
const interval = (i: number, count: number): Cell => ({
  from: i * width,
  below: i === count - 1 ? undefined : (i + 1) * width,
});
const word = (i: number): Cell => ({ word: `w${String(i)}` });
/** How many words go with intervals: near the root, so that both columns grow. */
const wordsOf = (rows: number): number => 10 ** Math.floor(Math.log10(rows) / 2);

const shapes: readonly Shape[] = [
  { name: 'intervals of a number', columns: ['n'], cells: (row, rows) => [interval(row, rows)] },
  { name: 'words', columns: ['kind'], cells: (row) => [word(row)] },
  {
    name: 'words, then intervals',
    columns: ['kind', 'n'],
    cells: (row, rows) => [word(row % wordsOf(rows)), interval(Math.floor(row / wordsOf(rows)), rows / wordsOf(rows))],
  },
];

/** A value that the cell accepts. */
const within = (cell: Cell, i: number): string => ('word' in cell ? cell.word : String(cell.from + (i % width)));

/** Nanoseconds that a decision takes. Throws for a wrong one: row i gives i. */
function costOf(shape: Shape, rows: number): number {
  const table = Array.from({ length: rows }, (_, i) => shape.cells(i, rows));
  const engine = compile(longTable(shape.columns, table));
  const prepared = engine.prepare('t.out', shape.columns);
  const reader = engine.reader(shape.columns);
  // The rows in an order that has nothing to do with the table's.
  const asked = Array.from({ length: questionsOf(rows) }, (_, i) => (i * 7919) % rows);
  const cells = asked.map((row) => {
    const read: Parameters<typeof reader.read>[1] = [];
    reader.read(
      (table[row] ?? []).map((cell) => within(cell, row)),
      read,
    );
    return read;
  });
  for (const [i, row] of asked.entries()) {
    const value = prepared.run(cells[i] ?? []);
    if (value !== row) throw new Error(`${shape.name}: row ${String(row)} of ${String(rows)} gives ${String(value)}`);
  }
  const run = (): void => {
    for (const row of cells) prepared.run(row);
  };
  return (bestTime(repeated(run)) / asked.length) * 1e9;
}

const series = shapes.map((shape): Series => ({
  name: shape.name,
  points: sizes.map((rows): Point => [rows, costOf(shape, rows)]),
}));
console.log('\nOne decision by a table, compiled, nanoseconds; by the rows of the table:\n');
printSeries('rows', series, (cost) => cost.toFixed(0));
keep(
  'growth-tables',
  series.map((one) => ({ ...one, exponent: fittedExponent(one.points) })),
);
