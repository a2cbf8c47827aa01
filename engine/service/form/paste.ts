import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Schema } from '../../shape/schema.ts';
import {
  isNoForm,
  type Address,
  type Cell,
  type Converted,
  type FormEdit,
  type GridPart,
  type Part,
  type Refusal,
  type Row,
} from './form.ts';
import type { Workspace } from '../workspace.ts';
import { wordsIn } from './cells.ts';
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
import { bracketed, faultOf, isPartOfOne } from './typed-fault.ts';

const mostCells = 5_000;
type Paste = Extract<FormEdit, { edit: 'paste' }>;

/** Cells from the clipboard into a grid: over those that are there, then as new rows behind the last one. */
export function pasteSteps(workspace: Workspace, path: string, state: State, edit: Paste): Pasted | Refusal {
  const form = formOf(workspace, path);
  const grid = form === undefined || isNoForm(form) ? undefined : findGrid(form.parts, edit.grid);
  if (form === undefined || isNoForm(form) || grid === undefined) return refusals.noGrid;
  const block = cellsFrom(edit.text);
  const width = Math.max(...block.map((row) => row.length));
  if (width > edit.columns.length) return refusals.tooWide(width, edit.columns.length);
  if (block.length * width > mostCells) return refusals.tooMany(mostCells);
  const typingAt: TypingAt = (cell, column, schema) => {
    const input = cell?.input;
    const hasParts = schema !== undefined && block.some((row) => isPartOfOne(row[column] ?? '', schema));
    return {
      ...(hasParts ? { besideParts: true } : {}),
      ...typingIn(workspace.handbook),
      ...(input?.is === 'formula' && input.unit !== undefined ? { unit: input.unit } : {}),
      ...(input !== undefined && 'choices' in input && input.choices !== undefined
        ? { choices: form.choices[input.choices] ?? [] }
        : {}),
    };
  };
  const seen: Seen = { faults: [], converted: [] };
  const room = grid.rows.length - edit.row;
  const over = overRows(state, grid, block.slice(0, room), edit, typingAt, seen);
  if (isRefusal(over)) return over;
  const more = block.slice(Math.max(0, room));
  if (more.length > 0 && !grid.open) return refusals.tooLong(block.length, room);
  const added = more.map((texts, i) => addRow(state, grid, grid.rows.length + i, texts, edit, typingAt, seen));
  // All of it or nothing: half of a table is worse than none.
  if (seen.faults.length > 0) return refusals.notPasted(seen.faults, block.flat().length);
  return { steps: [...over, ...added], converted: seen.converted };
}

/** What came of a block: nothing that cannot be read is written, and what is written otherwise than typed is told. */
interface Pasted {
  readonly steps: readonly Stepper[];
  readonly converted: readonly Converted[];
}

interface Seen {
  readonly faults: { readonly row: number; readonly column: Texts; readonly says: Texts }[];
  readonly converted: Converted[];
}

/** The text that a cell gets, once it is known that it can be read in one way only. */
function readCell(
  typed: string,
  schema: Schema,
  typing: Typing,
  where: { readonly row: number; readonly column: Texts },
  { faults, converted }: Seen,
): string {
  const plain = typedText(typed, schema, typing);
  const text = bracketed(plain, schema) ?? plain;
  const fault = text === '' ? undefined : faultOf(typed.trim(), text, schema, typing);
  if (fault !== undefined) faults.push({ ...where, says: fault.says });
  else if (text !== typed.trim()) converted.push({ typed: typed.trim(), text });
  return text;
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

/** What surrounds a cell of a column of the block; with the schema also what the block has in that column. */
type TypingAt = (cell: Pick<Cell, 'input'> | undefined, column: number, schema?: Schema) => Typing;

function overRows(
  state: State,
  grid: GridPart,
  block: readonly (readonly string[])[],
  { row: first, columns }: Paste,
  typingAt: TypingAt,
  seen: Seen,
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
      const where = { row: first + index, column: cell.label };
      const schema = place === undefined || cell.input.is === 'list' ? undefined : leafOf(place.schema);
      const text = schema === undefined ? typed : readCell(typed, schema, typingAt(cell, column, schema), where, seen);
      if (isScalar) scalars.push({ at: cell.at, text });
      else {
        const own = setSteps(state, cell.at, text, typingAt(cell, column));
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
  state: State,
  grid: GridPart,
  row: number,
  texts: readonly string[],
  { columns }: Paste,
  typingAt: TypingAt,
  seen: Seen,
): Stepper {
  const named = columns.indexOf('#key');
  const key = named === -1 ? undefined : texts[named]?.trim();
  const leaves = texts.flatMap((typed, i): readonly (readonly [steps: readonly string[], leaf: Fresh])[] => {
    const column = grid.columns.find(({ id }) => id === columns[i]);
    if (column === undefined || column.id === '#key' || typed.trim() === '') return [];
    const steps = stepsTo(column.id);
    const place = placeIn(state, [...grid.at, grid.rows[0]?.at.at(-1) ?? 0, ...steps]);
    if (place === undefined) return [];
    const schema = leafOf(place.schema);
    const leaf = (text: string): Fresh => ({ is: 'leaf', text, schema });
    if (column.input.is === 'list') return [[steps, { is: 'list', items: wordsIn(typed).map(leaf) }]];
    return [[steps, leaf(readCell(typed, schema, typingAt(column, i, schema), { row, column: column.label }, seen))]];
  });
  const fill = (fresh: Fresh): Fresh => leaves.reduce((filled, [steps, leaf]) => withLeaf(filled, steps, leaf), fresh);
  return (now) => newRow(now, grid.at, row, key === '' ? undefined : key, fill);
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
