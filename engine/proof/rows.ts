import { atomsOf, boxOf, type Box, type Grid } from './grid.ts';
import { yes } from './verdict.ts';

/** A row that no input reaches, and the column whose cell is to blame. */
interface Unreachable {
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

// As many findings as a file shows; whoever has more mends these first.
const mostOverlaps = 100;

/** The pairs of rows that accept a common input. Pairs are compared column by column, so no number of columns is too many. */
export function overlaps(grid: Grid): readonly Overlap[] {
  const found: Overlap[] = [];
  const reaches = grid.axes.map(({ verdicts }) => verdicts.map((says) => [says.indexOf(yes), says.lastIndexOf(yes)]));
  const meet = (a: number, b: number): boolean =>
    grid.axes.every(({ verdicts }, column) => {
      const [mine, theirs] = [verdicts[a], verdicts[b]];
      const [[from = -1, to = -1] = [], [start = -1, end = -1] = []] = [reaches[column]?.[a], reaches[column]?.[b]];
      if (from < 0 || start < 0) return false;
      for (let atom = Math.max(from, start); atom <= Math.min(to, end); atom++) {
        if (mine?.[atom] === yes && theirs?.[atom] === yes) return true;
      }
      return false;
    });
  for (let later = 1; later < grid.rows; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      if (!meet(earlier, later)) continue;
      if (found.length === mostOverlaps) return found;
      const [mine, theirs] = [atomsOf(grid, earlier, false), atomsOf(grid, later, false)];
      const common = mine.map((atoms, column) => atoms.filter((atom) => theirs[column]?.includes(atom)));
      found.push({ rows: [earlier, later], box: boxOf(grid, common) });
    }
  }
  return found;
}
