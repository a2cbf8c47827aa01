import type { Table } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import { domainOf } from '../proof/domain.ts';
import { gaps } from '../proof/gaps.ts';
import { layOut } from '../proof/grid.ts';
import type { Part } from '../proof/part.ts';
import { worldOf } from '../symbolic/world.ts';
import { nodesOf } from './nodes-of.ts';

/** Values of one column that no row of a collecting table speaks about: whoever has one collects nothing. */
export interface ColumnHole {
  readonly table: Table;
  readonly column: string;
  readonly part: Part;
}

/** Collecting from no row gives an empty sum, so a value that was forgotten is silent; tables of the least and the most have gaps of their own. */
export function columnHoles(name: string, program: Program): readonly ColumnHole[] {
  const decision = program.decisions[name];
  const all = decision === undefined ? [] : nodesOf(decision);
  return all.flatMap((ir) => (ir.op === 'table' && isOpen(ir) ? holesOf(ir, program) : []));
}

function isOpen({ hit, collect, otherwise }: Table): boolean {
  return hit === 'collect' && otherwise === undefined && collect !== 'min' && collect !== 'max';
}

function holesOf(table: Table, program: Program): readonly ColumnHole[] {
  return table.columns.flatMap(({ name: column, value }, i) => {
    const cells = table.rows.map(({ cells: all }) => all[i] ?? { range: 'any' as const });
    const domain = domainOf(value, worldOf(program));
    if ('notDecided' in domain || cells.some(({ range }) => range === 'any')) return [];
    const grid = layOut(
      [domain],
      cells.map((cell) => [cell]),
    );
    const holes = 'notDecided' in grid ? grid : gaps(grid);
    if ('notDecided' in holes) return [];
    return holes.flatMap(([part]) => (part === undefined ? [] : [{ table, column, part }]));
  });
}
