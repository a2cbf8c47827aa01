import type { Workspace } from '../workspace.ts';
import type { Address, FormChange, FormEdit, Refusal } from './form.ts';
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
  const planned = edit.edit === 'paste' ? pasteSteps(workspace, path, state, edit) : stepsOf(workspace, state, edit);
  if (isRefusal(planned)) return planned;
  const { steps, converted = [] } = 'steps' in planned ? planned : { steps: planned };
  const result = takeAll(state, steps);
  if (isRefusal(result)) return result;
  return { edits: onlyEdit(state, result), ...(converted.length === 0 ? {} : { converted }) };
}

function stepsOf(
  workspace: Workspace,
  state: State,
  edit: Exclude<FormEdit, { edit: 'paste' }>,
): readonly Stepper[] | Refusal {
  switch (edit.edit) {
    case 'set':
      return edit.key === true
        ? [(now) => setKey(now, edit.at, edit.text.trim())]
        : (doubted(state, edit, typingAt(workspace, edit.unit)) ??
            setSteps(state, edit.at, edit.text, typingAt(workspace, edit.unit)));
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

/** What may mean two things is not written. */
function doubted(state: State, { at, text }: Extract<FormEdit, { edit: 'set' }>, typing: Typing): Refusal | undefined {
  const place = placeIn(state, at);
  const doubt = place === undefined ? undefined : doubtOf(text, leafOf(place.schema), typing);
  return doubt && { refused: doubt.says, instead: doubt.instead };
}

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
