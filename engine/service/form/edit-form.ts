import type { Workspace } from '../workspace.ts';
import { formOf } from './form-of.ts';
import { isNoForm, type Address, type Cell, type FormChange, type FormEdit, type Part, type Refusal } from './form.ts';
import { leafOf } from './located.ts';
import { newRow } from './new-row.ts';
import { pasteSteps } from './paste.ts';
import { move, placeIn, remove, setKey } from './primitives.ts';
import { refusals } from './refusals.ts';
import { typingIn, type Typing } from './typed.ts';
import { doubtOf } from './typed-fault.ts';
import { setSteps } from './set-cell.ts';
import { mergeSteps, splitSteps } from './split-merge.ts';
import { standSteps } from './stand.ts';
import { isRefusal, stateOf, takeAll, type State, type Step, type Stepper } from './state.ts';
import { onlyEdit } from './only-edit.ts';

/**
 * What a person did in a form as a change of the text: as few edits as it takes, all other lines byte for byte, or a refusal
 * that says why. An edit that changes nothing has no edits.
 */
export function editForm(workspace: Workspace, path: string, edit: FormEdit): FormChange | Refusal {
  const reading = workspace.readings.get(path);
  const state = reading === undefined ? undefined : stateOf(reading.file);
  if (state === undefined) return refusals.unreadable;
  const planned =
    edit.edit === 'paste' ? pasteSteps(workspace, path, state, edit) : stepsOf(workspace, path, state, edit);
  if (isRefusal(planned)) return planned;
  const { steps, converted = [] } = 'steps' in planned ? planned : { steps: planned };
  const result = takeAll(state, steps);
  if (isRefusal(result)) return result;
  return { edits: onlyEdit(state, result), ...(converted.length === 0 ? {} : { converted }) };
}

function stepsOf(
  workspace: Workspace,
  path: string,
  state: State,
  edit: Exclude<FormEdit, { edit: 'paste' }>,
): readonly Stepper[] | Refusal {
  switch (edit.edit) {
    case 'set':
      return edit.key === true
        ? [(now) => setKey(now, edit.at, edit.text.trim())]
        : setting(workspace, path, state, edit);
    case 'insert-row':
      return [(now) => newRow(now, edit.at, edit.row, edit.key)];
    case 'remove-rows':
      return Array.from({ length: edit.count }, (): Stepper => (now) => removeRow(now, edit.at, edit.row));
    case 'move-row':
      return [(now) => move(now, edit.at, edit.row, edit.to)];
    case 'remove':
      return [(now) => (placeIn(now, edit.at)?.required === true ? refusals.needed : remove(now, edit.at))];
    case 'stand':
      return standSteps(state, edit, typingAt(workspace, edit.unit));
    case 'split-row':
      return splitSteps(state, edit, typingAt(workspace, edit.unit));
    case 'merge-rows':
      return mergeSteps(state, edit);
  }
}

/** Writes a text, unless it may mean two things. */
function setting(
  workspace: Workspace,
  path: string,
  state: State,
  { at, text, unit }: Extract<FormEdit, { edit: 'set' }>,
): readonly Stepper[] | Refusal {
  const typing = { ...typingAt(workspace, unit), ...choicesAt(workspace, path, at, text) };
  const place = placeIn(state, at);
  const doubt = place === undefined ? undefined : doubtOf(text, leafOf(place.schema), typing);
  return doubt === undefined ? setSteps(state, at, text, typing) : { refused: doubt.says, instead: doubt.instead };
}

/** What a title that was typed may stand for; names need no look at the form. */
function choicesAt(workspace: Workspace, path: string, at: Address, text: string): Pick<Typing, 'choices'> {
  if (/^[!-~]*$/.test(text.trim())) return {};
  const form = formOf(workspace, path);
  if (form === undefined || isNoForm(form)) return {};
  const place = JSON.stringify(at);
  const input = cellsIn(form.parts).find((cell) => cell.key !== true && JSON.stringify(cell.at) === place)?.input;
  const name = input !== undefined && 'choices' in input ? input.choices : undefined;
  return name === undefined ? {} : { choices: form.choices[name] ?? [] };
}

/** All cells of a form, however deep. */
const cellsIn = (parts: readonly Part[]): readonly Cell[] =>
  parts.flatMap((part) => {
    if (part.is === 'fields') return part.fields;
    if (part.is === 'group') return cellsIn(part.parts);
    return part.rows.flatMap(({ cells, details }) => [
      ...cells.filter((cell) => cell !== undefined),
      ...cellsIn(details),
    ]);
  });

function removeRow(state: State, at: Address, row: number): Step | Refusal {
  const node = placeIn(state, at)?.node;
  if (node === undefined || node.yaml === 'scalar') return refusals.nowhere;
  const step = node.yaml === 'list' ? row : node.entries[row]?.key.text;
  return step === undefined ? refusals.nowhere : remove(state, [...at, step]);
}

const typingAt = ({ handbook }: Workspace, unit: string | undefined): Typing => ({
  ...typingIn(handbook),
  ...(unit === undefined ? {} : { unit }),
});
