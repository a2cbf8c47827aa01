import {
  isNoForm,
  type Address,
  type Cell,
  type FormEdit,
  type GridPart,
  type Part,
  type Refusal,
  type Row,
} from './form.ts';
import type { Workspace } from '../workspace.ts';
import { cellsFrom } from './clipboard.ts';
import { formOf } from './form-of.ts';
import type { Fresh } from './fresh.ts';
import { leafOf } from './located.ts';
import { newRow } from './new-row.ts';
import { placeIn, setKey, setScalars } from './primitives.ts';
import { refusals } from './refusals.ts';
import { setSteps } from './set-cell.ts';
import { isRefusal, type State, type Stepper } from './state.ts';
import { typedText, typingIn, type Typing } from './typed.ts';

const mostCells = 5_000;
type Paste = Extract<FormEdit, { edit: 'paste' }>;

/** Cells from the clipboard into a grid: over those that are there, then as new rows behind the last one. */
export function pasteSteps(
  workspace: Workspace,
  path: string,
  state: State,
  edit: Paste,
): readonly Stepper[] | Refusal {
  const form = formOf(workspace, path);
  const grid = form === undefined || isNoForm(form) ? undefined : findGrid(form.parts, edit.grid);
  if (form === undefined || isNoForm(form) || grid === undefined) return refusals.noGrid;
  const block = cellsFrom(edit.text);
  const width = Math.max(...block.map((row) => row.length));
  if (width > edit.columns.length) return refusals.tooWide(width, edit.columns.length);
  if (block.length * width > mostCells) return refusals.tooMany(mostCells);
  const typingAt = (cell: Pick<Cell, 'input'> | undefined): Typing => {
    const input = cell?.input;
    return {
      ...typingIn(workspace.handbook),
      ...(input?.is === 'formula' && input.unit !== undefined ? { unit: input.unit } : {}),
      ...(input !== undefined && 'choices' in input && input.choices !== undefined
        ? { choices: form.choices[input.choices] ?? [] }
        : {}),
    };
  };
  const room = grid.rows.length - edit.row;
  const over = overRows(state, grid, block.slice(0, room), edit, typingAt);
  if (isRefusal(over)) return over;
  const more = block.slice(Math.max(0, room));
  if (more.length > 0 && !grid.open) return refusals.tooLong(block.length, room);
  return [...over, ...more.map((texts, i) => addRow(grid, grid.rows.length + i, texts, edit, typingAt))];
}

/** The grid with an id, however deep it stands. */
function findGrid(parts: readonly Part[], id: string): GridPart | undefined {
  for (const part of parts) {
    if (part.is === 'grid' && part.id === id) return part;
    const inner =
      part.is === 'group' ? part.parts : part.is === 'grid' ? part.rows.flatMap(({ details }) => details) : [];
    const found = inner.length === 0 ? undefined : findGrid(inner, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

type TypingAt = (cell: Pick<Cell, 'input'> | undefined) => Typing;

function overRows(
  state: State,
  grid: GridPart,
  block: readonly (readonly string[])[],
  { row: first, columns }: Paste,
  typingAt: TypingAt,
): readonly Stepper[] | Refusal {
  const scalars: { readonly at: Address; readonly text: string }[] = [];
  const steps: Stepper[] = [];
  const keys: Stepper[] = [];
  for (const [index, texts] of block.entries()) {
    const row = grid.rows[first + index];
    for (const [column, typed] of texts.entries()) {
      const cell = row === undefined ? undefined : cellIn(grid, row, columns[column]);
      if (cell === undefined) {
        if (typed.trim() !== '') return refusals.closedCell(columns[column] ?? '');
        continue;
      }
      if (cell.key === true) {
        keys.push((now) => setKey(now, cell.at, typed.trim()));
        continue;
      }
      if (cell.input.is === 'yaml') return refusals.closedCell(columns[column] ?? '');
      const place = placeIn(state, cell.at);
      const isScalar = place?.node?.yaml === 'scalar' && cell.input.is !== 'list' && typed.trim() !== '';
      if (isScalar) scalars.push({ at: cell.at, text: typedText(typed, leafOf(place.schema), typingAt(cell)) });
      else {
        const own = setSteps(state, cell.at, typed, typingAt(cell));
        if (isRefusal(own)) return own;
        steps.push(...own);
      }
    }
  }
  // Names last: until then the cells are found by the old ones.
  return [(now) => setAll(now, scalars), ...steps, ...keys];
}

function setAll(
  state: State,
  changes: readonly { readonly at: Address; readonly text: string }[],
): ReturnType<Stepper> {
  const places = changes.flatMap(({ at, text }) => {
    const place = placeIn(state, at);
    return place === undefined ? [] : [{ place, text }];
  });
  return places.length < changes.length ? refusals.nowhere : setScalars(state, places);
}

const cellIn = (grid: GridPart, row: Row, column: string | undefined): Cell | undefined =>
  row.cells[grid.columns.findIndex(({ id }) => id === column)];

function addRow(
  grid: GridPart,
  row: number,
  texts: readonly string[],
  { columns }: Paste,
  typingAt: TypingAt,
): Stepper {
  return (state) => {
    const named = columns.indexOf('#key');
    const key = named === -1 ? undefined : texts[named]?.trim();
    const fill = (fresh: Fresh): Fresh =>
      texts.reduce((filled, typed, i) => {
        const column = grid.columns.find(({ id }) => id === columns[i]);
        if (column === undefined || column.id === '#key' || typed.trim() === '') return filled;
        const steps = stepsTo(column.id);
        const sample = [...grid.at, grid.rows[0]?.at.at(-1) ?? 0, ...steps];
        const place = placeIn(state, sample);
        if (place === undefined) return filled;
        const schema = leafOf(place.schema);
        const words = column.input.is === 'list' ? typed.split(/[,，、;；\n]/).map((word) => word.trim()) : undefined;
        const leaf = (text: string): Fresh => ({ is: 'leaf', text: typedText(text, schema, typingAt(column)), schema });
        return withLeaf(filled, steps, words === undefined ? leaf(typed) : { is: 'list', items: words.map(leaf) });
      }, fresh);
    return newRow(state, grid.at, row, key === '' ? undefined : key, fill);
  };
}

/** `title.zh` is the Chinese text of the title; other names have no dots in that way. */
const stepsTo = (id: string): readonly string[] =>
  id === '' ? [] : /\.(?:zh|en)$/.test(id) ? [id.slice(0, -3), id.slice(-2)] : [id];

function withLeaf(fresh: Fresh, [step, ...rest]: readonly string[], leaf: Fresh): Fresh {
  if (step === undefined) return leaf;
  const entries = fresh.is === 'map' ? fresh.entries : [];
  const old = entries.find(([key]) => key === step)?.[1] ?? { is: 'map', entries: [] };
  const made = [step, withLeaf(old, rest, leaf)] as const;
  return {
    is: 'map',
    entries: entries.some(([key]) => key === step)
      ? entries.map((entry) => (entry[0] === step ? made : entry))
      : [...entries, made],
  };
}
