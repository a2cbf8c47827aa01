import type { Cell, GridPart, Input, Row } from './form.ts';

const amount = /^[-−]?\d+(?:\.\d+)?(%| ?[\p{L}][\p{L}\p{N}-]*)$/u;

/** The unit of an amount as it is written: `%`, ` CNY`; undefined of all else. */
export const unitOf = (text: string): string | undefined => amount.exec(text)?.[1];

/** The grid, its columns of formulas knowing the unit that all amounts in them have, so that bare digits can get it. */
export function withUnits(grid: GridPart): GridPart {
  const units = grid.columns.map(({ input }, column) =>
    input.is === 'formula' || input.is === 'range' ? commonUnit(grid.rows, column) : undefined,
  );
  if (units.every((unit) => unit === undefined)) return grid;
  const unit = (cell: Cell | undefined, column: number): Cell | undefined => {
    const found = units[column];
    return cell === undefined || found === undefined ? cell : { ...cell, input: measured(cell.input, found) };
  };
  return {
    ...grid,
    columns: grid.columns.map((column, index) => {
      const found = units[index];
      return found === undefined ? column : { ...column, input: measured(column.input, found) };
    }),
    rows: grid.rows.map((row) => ({ ...row, cells: row.cells.map(unit) })),
  };
}

const measured = (input: Input, unit: string): Input =>
  input.is === 'formula' || input.is === 'range' ? { ...input, unit } : input;

const ends = /(?<![\p{L}\p{N}.-])-?\d+(?:\.\d+)?(%| [\p{L}][\p{L}\p{N}-]*)?/gu;

/** The units of the ends that a range has; undefined where nothing is measured. */
const unitsOf = ({ text, input }: Cell): readonly (string | undefined)[] =>
  input.is === 'range' ? [...text.matchAll(ends)].map(([, unit]) => unit ?? '') : [unitOf(text)];

function commonUnit(rows: readonly Row[], column: number): string | undefined {
  const found = new Set(
    rows.flatMap(({ cells }) => {
      const cell = cells[column];
      const units = cell === undefined || cell.stands === 'gap' ? [] : unitsOf(cell);
      return units.filter((unit) => unit !== undefined);
    }),
  );
  const [unit] = found;
  return found.size === 1 && unit !== '' ? unit : undefined;
}
