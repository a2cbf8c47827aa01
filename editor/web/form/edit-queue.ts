import type { Address, FormChange, FormEdit, Refusal } from '../../../engine/service/form/form.ts';

/** What the edits need of the page. */
interface Texted {
  /** The file's text as it is now. */
  readonly textOf: (path: string) => string | undefined;
  readonly workOut: (path: string, edit: FormEdit) => Promise<FormChange | Refusal>;
  readonly apply: (change: FormChange) => void;
  /** What came of an edit, once the text has it. */
  readonly told: (path: string, edit: FormEdit, came: FormChange | Refusal) => void;
  readonly failed: (error: unknown) => void;
}

/** Edits of texts, made one after the other, each in the newest text. */
export interface EditQueue {
  /** How many were made so far. */
  readonly made: () => number;
  /** How many had been made once this one was; undefined where it was not. */
  readonly edit: (path: string, edit: FormEdit) => Promise<number | undefined>;
  /** Once all before it, and `first`, are made; nothing where that one is not. */
  readonly then: (act: () => unknown, path?: string, first?: FormEdit) => void;
}

export function editQueue({ textOf, workOut, apply, told, failed }: Texted): EditQueue {
  let count = 0;
  let last: Promise<unknown> = Promise.resolve();
  // Rows that were refused are not there: what was typed into them must not go into others.
  const refused: { readonly path: string; readonly at: Address }[] = [];
  const isMissing = (path: string, edit: FormEdit, since: number): boolean =>
    refused.slice(since).some((one) => one.path === path && isBelow(edit, one.at));
  const make = async (path: string, edit: FormEdit, since: number): Promise<number | undefined> => {
    if (isMissing(path, edit, since)) return undefined;
    for (;;) {
      const text = textOf(path);
      const came = await workOut(path, edit);
      // Who types in the text meanwhile is not overwritten: the edit is worked out again.
      if (textOf(path) !== text) continue;
      const isRefused = 'refused' in came;
      if (isRefused && movesRows(edit)) refused.push({ path, at: edit.at });
      const changes = !isRefused && came.edits.length > 0;
      if (changes) apply(came);
      told(path, edit, came);
      if (isRefused) return undefined;
      return changes ? ++count : count;
    }
  };
  const edit: EditQueue['edit'] = (path, wish) => {
    const since = refused.length;
    const made = last.then(() => make(path, wish, since));
    last = made.catch(failed);
    return made;
  };
  return {
    made: () => count,
    edit,
    then: (act, path, first) => {
      const before = path === undefined || first === undefined ? last.then(() => count) : edit(path, first);
      last = before.then((made) => (made === undefined ? undefined : act())).catch(failed);
    },
  };
}

/** An edit whose rows are shown before the text has them (`ahead.ts`). */
export type RowEdit = Extract<
  FormEdit,
  { edit: 'insert-row' | 'remove-rows' | 'move-row' | 'split-row' | 'merge-rows' }
>;

function movesRows(edit: FormEdit): edit is RowEdit {
  switch (edit.edit) {
    case 'insert-row':
    case 'remove-rows':
    case 'move-row':
    case 'split-row':
    case 'merge-rows':
      return true;
    case 'set':
    case 'remove':
    case 'stand':
    case 'paste':
      return false;
  }
}

/** Whether an edit is of a list or map, or of anything in it. */
function isBelow(edit: FormEdit, list: Address): boolean {
  // A grid's id is the address of its list.
  if (edit.edit === 'paste') return edit.grid.startsWith(JSON.stringify(list).slice(0, -1));
  return list.every((step, i) => edit.at[i] === step);
}
