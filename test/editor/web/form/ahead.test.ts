import { expect, it } from 'vitest';
import { freeName, withRowEdit } from '../../../../editor/web/form/ahead.ts';
import type { RowEdit } from '../../../../editor/web/form/edit-queue.ts';
import type { GridPart, Row } from '../../../../engine/service/form/form.ts';
import { edited, formFrom, gridsIn } from '../../../service/form/parts.ts';
import { table, tiers } from '../../../service/form/policies.ts';

const small = `policy: pay.card
kind: scorecard
version: 1
title: { en: Card, zh: 表 }
scope: pay
criteria:
  - id: teamwork
    title: { en: Teamwork, zh: 协作 }
    weight: 60%
    indicators: [{ en: Helps, zh: 帮助 }, { en: Listens, zh: 倾听 }]
  - id: results
    title: { en: Results, zh: 业绩 }
    weight: 40%
    indicators: [{ en: Sells, zh: 销售 }]
`;

/** What a person sees of a row, and where it would be written. */
const seen = (row: Row): unknown => [
  row.at,
  row.cells.map((cell) => [cell?.at, cell?.text ?? '']),
  row.details.map((part) => [part.id, part.is === 'grid' ? part.rows.map(seen) : []]),
];

const grids: readonly (readonly [string, string, string])[] = [
  ['tiers', tiers, '["tiers"]'],
  ['a table with its last row', table, '["rows"]'],
  ['a map of results', table, '["outputs"]'],
  ['rows with lists below', small, '["criteria"]'],
  ['a list inside a row', small, '["criteria",0,"indicators"]'],
];

const gridOf = (text: string, id: string): GridPart => {
  const found = gridsIn(formFrom(text).parts).find((grid) => grid.id === id);
  if (found === undefined) throw new Error(`no grid ${id}`);
  return found;
};

/** All edits of rows that a person can make in a grid. */
function editsOf(grid: GridPart): readonly RowEdit[] {
  const { at, rows } = grid;
  const key = freeName(grid);
  const numbers = rows.map((_, row) => row);
  return [
    ...[...numbers, rows.length].map((row): RowEdit => ({
      edit: 'insert-row',
      at,
      row,
      ...(key === undefined ? {} : { key }),
    })),
    ...(rows.length < 2 ? [] : numbers.map((row): RowEdit => ({ edit: 'remove-rows', at, row, count: 1 }))),
    ...numbers.flatMap((row) => numbers.map((to): RowEdit => ({ edit: 'move-row', at, row, to }))),
  ];
}

it.each(grids)('rows stand at once where the text will have them: %s', (_name, text, id) => {
  const grid = gridOf(text, id);
  for (const edit of editsOf(grid)) {
    const after = edited(text, edit);
    if (after.startsWith('refused')) continue;
    const [ahead, made] = [withRowEdit(grid, edit), gridOf(after, id)];
    expect(ahead.columns.map((column) => column.id)).toEqual(made.columns.map((column) => column.id));
    const rows = (of: GridPart): readonly unknown[] =>
      of.rows.map((row, index) => (edit.edit === 'insert-row' && index === edit.row ? row.at : seen(row)));
    expect(rows(ahead), JSON.stringify(edit)).toEqual(rows(made));
    if (edit.edit !== 'insert-row') continue;
    const addresses = (of: GridPart): readonly unknown[] =>
      of.rows[edit.row]?.cells.map((cell) => cell?.at).filter((where) => where !== undefined) ?? [];
    expect(addresses(made), JSON.stringify(edit)).toEqual(expect.arrayContaining([...addresses(ahead)]));
  }
});
