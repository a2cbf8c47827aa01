import type { Cell, GridPart, Row } from './form.ts';

const amount = /^[-−]?\d+(?:\.\d+)?(%| ?[\p{L}][\p{L}\p{N}-]*)$/u;

/** The unit of an amount as it is written: `%`, ` CNY`; undefined of all else. */
export const unitOf = (text: string): string | undefined => amount.exec(text)?.[1];

/** The grid, its columns of formulas knowing the unit that all amounts in them have, so that bare digits can get it. */
export function withUnits(grid: GridPart): GridPart {
  const units = grid.columns.map(({ input }, column) =>
    input.is === 'formula' ? commonUnit(grid.rows, column) : undefined,
  );
  if (units.every((unit) => unit === undefined)) return grid;
  const unit = (cell: Cell | undefined, column: number): Cell | undefined => {
    const found = units[column];
    return cell?.input.is !== 'formula' || found === undefined
      ? cell
      : { ...cell, input: { ...cell.input, unit: found } };
  };
  return {
    ...grid,
    columns: grid.columns.map((column, index) => {
      const found = units[index];
      return column.input.is === 'formula' && found !== undefined
        ? { ...column, input: { ...column.input, unit: found } }
        : column;
    }),
    rows: grid.rows.map((row) => ({ ...row, cells: row.cells.map(unit) })),
  };
}

function commonUnit(rows: readonly Row[], column: number): string | undefined {
  const found = new Set(
    rows.flatMap(({ cells }) => {
      const cell = cells[column];
      const unit = cell === undefined || cell.stands === 'gap' ? undefined : unitOf(cell.text);
      return unit === undefined ? [] : [unit];
    }),
  );
  return found.size === 1 ? [...found][0] : undefined;
}
