import type { Workspace } from '../../../../engine/service/index.ts';
import { attemptEdit } from '../../../../engine/service/form/attempt-edit.ts';
import { editForm } from '../../../../engine/service/form/edit-form.ts';
import { formOf } from '../../../../engine/service/form/form-of.ts';
import { standingOf, type StandingChoices } from '../../../../engine/service/form/standing.ts';
import type { Address, Form, FormChange, FormEdit, NoForm, Refusal } from '../../../../engine/service/form/form.ts';

/** What the form view asks: the file as fields and grids, and what an edit of them changes in its text. */
export const formAsks = {
  of: (workspace: Workspace, path: string): Form | NoForm | undefined => formOf(workspace, path),
  attempt: (workspace: Workspace, path: string, edit: FormEdit): Form | undefined => attemptEdit(workspace, path, edit),
  edit: (workspace: Workspace, path: string, edit: FormEdit): FormChange | Refusal => editForm(workspace, path, edit),
  standing: (workspace: Workspace, path: string, at: Address): StandingChoices | undefined =>
    standingOf(workspace, path, at),
} as const;
