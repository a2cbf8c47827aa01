import type { Address, Cell, GridPart, Part, Row } from '../../../engine/service/form/form.ts';
import type { RowEdit } from './edit-queue.ts';

/**
 * A grid as it will be once an edit of its rows is made: whoever types on meanwhile types into the row that is meant, at the
 * address that it will have.
 */
export function withRowEdit(grid: GridPart, edit: RowEdit): GridPart {
  switch (edit.edit) {
    case 'insert-row':
      return withRows(grid, grid.rows.toSpliced(edit.row, 0, newRow(grid, edit.key ?? edit.row)));
    case 'split-row':
      // The new row says the same until it is known where the cut is.
      return withRows(grid, grid.rows.toSpliced(edit.row, 0, ...grid.rows.slice(edit.row, edit.row + 1)));
    case 'merge-rows':
      return withRows(grid, grid.rows.toSpliced(edit.keep === 'first' ? edit.row + 1 : edit.row, 1));
    case 'remove-rows':
      return withRows(grid, grid.rows.toSpliced(edit.row, edit.count));
    case 'move-row': {
      const moved = grid.rows.slice(edit.row, edit.row + 1);
      return withRows(grid, grid.rows.toSpliced(edit.row, 1).toSpliced(edit.to, 0, ...moved));
    }
  }
}

/** The name that a new row of a map gets: the first that is free; undefined in lists. */
export function freeName({ columns, rows, at }: GridPart): string | undefined {
  if (!columns.some(({ id }) => id === '#key')) return undefined;
  const taken = new Set(rows.map((row) => row.at[at.length]));
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'new' : `new-${number}`;
    if (!taken.has(name)) return name;
  }
}

/** Rows of a list are counted anew; those of a map keep their names. */
const withRows = (grid: GridPart, rows: readonly Row[]): GridPart => ({
  ...grid,
  rows: rows.map((row, index) => {
    const step = row.at[grid.at.length];
    return typeof step !== 'number' || step === index ? row : readdressed(row, grid.at, step, index);
  }),
});

function readdressed(row: Row, list: Address, from: number, to: number): Row {
  const [old, now] = [JSON.stringify([...list, from]).slice(0, -1), JSON.stringify([...list, to]).slice(0, -1)];
  const at = (address: Address): Address => [...list, to, ...address.slice(list.length + 1)];
  const cell = <One extends Cell | undefined>(one: One): One => one && { ...one, at: at(one.at) };
  const id = (text: string): string => (text.startsWith(old) ? now + text.slice(old.length) : text);
  const part = (one: Part): Part => {
    switch (one.is) {
      case 'fields':
        return { ...one, id: id(one.id), fields: one.fields.map(cell) };
      case 'group':
        return { ...one, id: id(one.id), parts: one.parts.map(part) };
      case 'grid':
        return { ...one, id: id(one.id), at: at(one.at), rows: one.rows.map(inner) };
    }
  };
  const inner = (one: Row): Row => ({
    ...one,
    at: at(one.at),
    cells: one.cells.map(cell),
    details: one.details.map(part),
  });
  return inner(row);
}

/** A row of which nothing is written yet, with the cells that its neighbours have. */
function newRow({ at, columns, rows }: GridPart, step: string | number): Row {
  const like = rows[0];
  const where = [...at, step];
  return {
    at: where,
    cells: columns.map(({ id, label, help, input }, index): Cell | undefined => {
      const model = like?.cells[index];
      if (like !== undefined && model === undefined) return undefined;
      if (input.is === 'yaml') return undefined;
      return {
        at: model === undefined ? [...where, ...stepsOf(id)] : [...where, ...model.at.slice(where.length)],
        ...(id === '#key' ? { key: true } : {}),
        label,
        help,
        text: id === '#key' ? String(step) : '',
        input,
        required: model?.required ?? false,
        diagnostics: [],
      };
    }),
    details: [],
    diagnostics: [],
    below: [],
  };
}

/** `title.zh` is the Chinese text of the title; `#key` the row's own name. */
function stepsOf(id: string): readonly string[] {
  if (id === '' || id === '#key') return [];
  return /\.(?:zh|en)$/.test(id) ? [id.slice(0, -3), id.slice(-2)] : [id];
}
