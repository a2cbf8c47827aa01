import type { NotDecided } from './domain.ts';
import { areNeighbours, atomsOf, boxOf, range, type Box, type Grid } from './grid.ts';
import { cellCount, everyCell, spaceOf, type Space } from './space.ts';

// As many findings as a file shows; whoever has more mends these first.
const mostGaps = 100;

/** The inputs that no row speaks about, in boxes as large as possible, so that one hole is one finding. */
export function gaps(grid: Grid): readonly Box[] | NotDecided {
  const space = spaceOf(grid);
  if ('notDecided' in space) return space;
  const covered = new Uint8Array(space.size);
  for (const row of range(grid.rows)) {
    everyCell(space, atomsOf(grid, row, true), (cell) => {
      covered[cell] = 1;
      return true;
    });
  }
  const told = new Uint8Array(space.size);
  const found: Box[] = [];
  for (let cell = 0; cell < space.size && found.length < mostGaps; cell++) {
    if (covered[cell] === 1 || told[cell] === 1) continue;
    const atoms = largestBox(grid, space, cell, covered);
    everyCell(space, atoms, (one) => {
      told[one] = 1;
      return true;
    });
    found.push(boxOf(grid, atoms));
  }
  return found;
}

/** Grows a box around a cell, in each order of columns that begins with another one; the largest is the plainest to read. */
function largestBox(grid: Grid, space: Space, cell: number, covered: Uint8Array): readonly (readonly number[])[] {
  const columns = range(grid.axes.length);
  const boxes = columns.map((first) =>
    grow(grid, space, cell, covered, [...columns.slice(first), ...columns.slice(0, first)]),
  );
  return boxes.reduce<readonly (readonly number[])[]>(
    (best, box) => (cellCount(box) > cellCount(best) ? box : best),
    boxes[0] ?? [],
  );
}

function grow(
  grid: Grid,
  space: Space,
  cell: number,
  covered: Uint8Array,
  columns: readonly number[],
): readonly (readonly number[])[] {
  const atoms = grid.axes.map(({ size }, column) => [Math.floor(cell / (space.strides[column] ?? 1)) % size]);
  const isFree = (column: number, atom: number): boolean =>
    everyCell(
      space,
      atoms.map((own, i) => (i === column ? [atom] : own)),
      (one) => covered[one] === 0,
    );
  for (const column of columns) {
    const axis = grid.axes[column];
    const own = atoms[column];
    const start = own?.[0];
    if (axis === undefined || own === undefined || start === undefined) continue;
    const upwards = range(axis.size).filter((atom) => atom > start);
    const downwards = range(axis.size)
      .filter((atom) => atom < start)
      .toReversed();
    for (const side of [upwards, downwards]) {
      let before = start;
      for (const atom of side) {
        if (axis.is === 'line' && !areNeighbours(axis, before, atom)) break;
        if (!isFree(column, atom)) {
          if (axis.is === 'line') break;
          continue;
        }
        own.push(atom);
        before = atom;
      }
    }
    own.sort((a, b) => a - b);
  }
  return atoms;
}
