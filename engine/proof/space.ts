import type { NotDecided } from './domain.ts';
import { atomsOf, type Grid } from './grid.ts';

/** The whole space cell by cell; a cell is an atom of every column, numbered so that the last column changes fastest. */
export interface Space {
  readonly size: number;
  readonly strides: readonly number[];
}

// A second or so at most, and far more than a table that a person can read.
const mostCells = 1_000_000;
const mostVisits = 20_000_000;

export function spaceOf(grid: Grid): Space | NotDecided {
  const sizes = grid.axes.map(({ size }) => size);
  const size = sizes.reduce((product, each) => product * each, 1);
  const visits = Array.from({ length: grid.rows }, (_, row) => cellCount(atomsOf(grid, row, true))).reduce(
    (sum, each) => sum + each,
    0,
  );
  if (size > mostCells || visits > mostVisits) {
    return {
      notDecided: {
        en: `the columns have ${size} combinations, more than can be looked at. Split the table.`,
        zh: `各列共有 ${size} 种组合，超出可考察的数量。请拆分表格。`,
      },
    };
  }
  return { size, strides: sizes.map((_, column) => sizes.slice(column + 1).reduce((a, b) => a * b, 1)) };
}

export const cellCount = (atoms: readonly (readonly number[])[]): number =>
  atoms.reduce((product, { length }) => product * length, 1);

/** Looks at every cell of a box until one is refused. */
export function everyCell(
  { strides }: Space,
  atoms: readonly (readonly number[])[],
  accept: (cell: number) => boolean,
): boolean {
  const from = (column: number, cell: number): boolean => {
    const [own, stride] = [atoms[column], strides[column] ?? 1];
    if (own === undefined) return accept(cell);
    for (const atom of own) if (!from(column + 1, cell + atom * stride)) return false;
    return true;
  };
  return from(0, 0);
}
