import { atomsOf, boxOf, type Box, type Grid } from './grid.ts';
import { yes } from './verdict.ts';

/** A row that no input reaches, and the column whose cell is to blame. */
export interface Unreachable {
  readonly row: number;
  readonly column: number;
}

/** Rows with a cell that accepts no value that its column can have. */
export function unreachableRows(grid: Grid): readonly Unreachable[] {
  return Array.from({ length: grid.rows }, (_, row) => row).flatMap((row) => {
    const column = atomsOf(grid, row, true).findIndex((atoms) => atoms.length === 0);
    return column < 0 ? [] : [{ row, column }];
  });
}

/** Two rows that are true at once, and where. */
export interface Overlap {
  readonly rows: readonly [earlier: number, later: number];
  readonly box: Box;
}

/** Every pair of rows that accept a common input. Pairs are compared column by column, so no number of columns is too many. */
export function overlaps(grid: Grid): readonly Overlap[] {
  const found: Overlap[] = [];
  for (let later = 1; later < grid.rows; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      if (!meet(grid, earlier, later)) continue;
      const [mine, theirs] = [atomsOf(grid, earlier, false), atomsOf(grid, later, false)];
      const common = mine.map((atoms, column) => atoms.filter((atom) => theirs[column]?.includes(atom)));
      found.push({ rows: [earlier, later], box: boxOf(grid, common) });
    }
  }
  return found;
}

function meet({ axes }: Grid, a: number, b: number): boolean {
  return axes.every(({ verdicts, size }) => {
    const [mine, theirs] = [verdicts[a], verdicts[b]];
    for (let atom = 0; atom < size; atom++) if (mine?.[atom] === yes && theirs?.[atom] === yes) return true;
    return false;
  });
}
