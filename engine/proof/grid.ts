import type { Range } from '../ir/ir.ts';
import type { Axis } from './axis.ts';
import { axisOf } from './axis.ts';
import type { Domain, NotDecided } from './domain.ts';
import { partOf, type Part } from './part.ts';
import { no, yes } from './verdict.ts';

/** The space of all inputs of a decision table, one axis a column, cut so that every row treats a cell as one. */
export interface Grid {
  readonly axes: readonly Axis[];
  readonly rows: number;
}

/** A part of the space: the inputs whose value in each column lies in that column's part. */
export type Box = readonly Part[];

// Pairs of rows and cuts of columns grow with the square; a table that a person can read has far fewer.
const mostRows = 2000;

/** Cuts the space of the domains by the rows; a row has one cell for each domain. */
export function layOut(domains: readonly Domain[], rows: readonly (readonly Range[])[]): Grid | NotDecided {
  if (rows.length > mostRows) {
    return {
      notDecided: {
        en: `there are ${rows.length} rows, at most ${mostRows} are compared. Split the policy.`,
        zh: `共有 ${rows.length} 行，最多比较 ${mostRows} 行。请拆分制度。`,
      },
    };
  }
  const axes: Axis[] = [];
  for (const [column, domain] of domains.entries()) {
    const cells = rows.map((cells) => cells[column] ?? { range: 'any' as const });
    const axis = axisOf(domain, cells);
    if ('notDecided' in axis) return axis;
    axes.push(axis);
  }
  return { axes, rows: rows.length };
}

/** The atoms of each column that the row accepts; with `maybe` also those that it cannot be asked about. */
export function atomsOf({ axes }: Grid, row: number, maybe: boolean): readonly (readonly number[])[] {
  return axes.map(({ verdicts, size }) => {
    const says = verdicts[row];
    return range(size).filter((atom) => says?.[atom] === yes || (maybe && says?.[atom] !== no));
  });
}

export const range = (size: number): readonly number[] => Array.from({ length: size }, (_, i) => i);

/** The box of these atoms; of a column's separate stretches the first. */
export function boxOf({ axes }: Grid, atoms: readonly (readonly number[])[]): Box {
  return axes.map((axis, column) => partOf(axis, connected(axis, atoms[column] ?? [])));
}

function connected(axis: Axis, atoms: readonly number[]): readonly number[] {
  if (axis.is === 'values') return atoms;
  const end = atoms.findIndex((atom, i) => i > 0 && !areNeighbours(axis, atoms[i - 1] ?? -1, atom));
  return end < 0 ? atoms : atoms.slice(0, end);
}

/** Can both atoms stand in one part? Stretches of a line must touch; `none` stands alone. */
export function areNeighbours(axis: Axis, a: number, b: number): boolean {
  if (axis.is === 'values') return true;
  return Math.abs(a - b) === 1 && Math.max(a, b) < axis.pieces.length;
}
