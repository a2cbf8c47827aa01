import type { NotDecided } from './domain.ts';
import { atomsOf, range, type Grid } from './grid.ts';
import { everyCell, spaceOf } from './space.ts';

/** A row that never decides because earlier rows have already decided everything that it speaks about. */
interface Shadowed {
  readonly row: number;
  /** The rows that hide it, first one first; a single one where that is enough. */
  readonly by: readonly number[];
}

/** Rows of a `first` table that can be left out; rows that no input reaches at all are another finding. */
export function shadowedRows(grid: Grid): readonly Shadowed[] | NotDecided {
  const space = spaceOf(grid);
  if ('notDecided' in space) return space;
  const decided = new Uint8Array(space.size);
  return range(grid.rows).flatMap((row) => {
    const atoms = atomsOf(grid, row, true);
    if (atoms.some(({ length }) => length === 0)) return [];
    let isNew = false;
    everyCell(space, atoms, (cell) => {
      isNew ||= decided[cell] === 0;
      decided[cell] = 1;
      return true;
    });
    return isNew ? [] : [{ row, by: hiders(grid, row, atoms) }];
  });
}

function hiders(grid: Grid, row: number, atoms: readonly (readonly number[])[]): readonly number[] {
  const earlier = range(row).map((other) => ({ other, theirs: atomsOf(grid, other, true) }));
  const alone = earlier.find(({ theirs }) => atoms.every((own, i) => own.every((atom) => theirs[i]?.includes(atom))));
  if (alone !== undefined) return [alone.other];
  return earlier
    .filter(({ theirs }) => atoms.every((own, i) => own.some((atom) => theirs[i]?.includes(atom))))
    .map(({ other }) => other);
}
