import { applyEdits } from '../../source/edit.ts';
import { updateFile, type Workspace } from '../workspace.ts';
import { editForm } from './edit-form.ts';
import { formOf } from './form-of.ts';
import { isNoForm, type Form, type FormEdit } from './form.ts';
import { isRefusal } from './state.ts';

/** The form as it would be after an edit, with what would be wrong then; undefined where the edit would be refused. */
export function attemptEdit(workspace: Workspace, path: string, edit: FormEdit): Form | undefined {
  const change = editForm(workspace, path, edit);
  const before = workspace.readings.get(path)?.file.text;
  if (isRefusal(change) || before === undefined) return undefined;
  const form = formOf(updateFile(workspace, path, applyEdits(before, change.edits)), path);
  return form === undefined || isNoForm(form) ? undefined : form;
}
