import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { applyEdits } from '../../source/edit.ts';
import { updateFile, type Workspace } from '../workspace.ts';
import { editForm } from './edit-form.ts';
import { formOf } from './form-of.ts';
import { isNoForm, type Cell, type Form, type FormEdit, type Part, type Refusal } from './form.ts';
import { refusedCode } from './refused-code.ts';
import { isRefusal } from './state.ts';

/**
 * The form as it would be after an edit, with what would be wrong then; where a text would be refused, the form as it is with
 * the reason at its cell. Undefined where another edit would be refused.
 */
export function attemptEdit(workspace: Workspace, path: string, edit: FormEdit): Form | undefined {
  const change = editForm(workspace, path, edit);
  const before = workspace.readings.get(path)?.file.text;
  if (before === undefined) return undefined;
  if (isRefusal(change)) return edit.edit === 'set' ? refusedIn(workspace, path, edit, change) : undefined;
  const form = formOf(updateFile(workspace, path, applyEdits(before, change.edits)), path);
  return form === undefined || isNoForm(form) ? undefined : form;
}

type Setting = Extract<FormEdit, { edit: 'set' }>;

function refusedIn(
  workspace: Workspace,
  path: string,
  edit: Setting,
  { refused, instead = [] }: Refusal,
): Form | undefined {
  const form = formOf(workspace, path);
  if (form === undefined || isNoForm(form)) return undefined;
  const diagnostic: Diagnostic = {
    code: refusedCode,
    severity: 'error',
    blocks: false,
    message: refused,
    span: { file: path, start: 0, end: 0 },
    related: [],
    fixes: instead.flatMap((text) => {
      const change = editForm(workspace, path, { ...edit, text });
      const title = { en: `Write ${text}`, zh: `写作 ${text}` };
      return isRefusal(change) ? [] : [{ title, edits: change.edits }];
    }),
  };
  return { ...form, parts: form.parts.map((part) => saying(part, edit, diagnostic)) };
}

/** The part with a diagnostic at the cell that an edit is about. */
function saying(part: Part, { at, key }: Setting, diagnostic: Diagnostic): Part {
  const address = JSON.stringify([at, key]);
  const cell = <One extends Cell | undefined>(one: One): One =>
    one === undefined || JSON.stringify([one.at, one.key]) !== address
      ? one
      : { ...one, diagnostics: [...one.diagnostics, diagnostic] };
  const inner = (one: Part): Part => {
    switch (one.is) {
      case 'fields':
        return { ...one, fields: one.fields.map(cell) };
      case 'group':
        return { ...one, parts: one.parts.map(inner) };
      case 'grid':
        return {
          ...one,
          rows: one.rows.map((row) => ({ ...row, cells: row.cells.map(cell), details: row.details.map(inner) })),
        };
    }
  };
  return inner(part);
}
