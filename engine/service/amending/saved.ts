import { removeFile, updateFiles, type Workspace } from '../workspace.ts';

/** A file whose text is not what is saved of it; null: nothing is saved of it yet. */
export interface SavedText {
  readonly path: string;
  readonly text: string | null;
}

let last: Workspace | undefined;

/**
 * The handbook as it is saved, beside the one that is being changed. Saved texts stay the same while somebody types, so that
 * little is worked out anew from question to question.
 */
export function savedWorkspace(now: Workspace, changed: readonly SavedText[]): Workspace {
  const wanted = new Map(changed.map(({ path, text }) => [path, text]));
  let saved = last ?? now;
  for (const path of saved.readings.keys()) {
    const isThere = wanted.has(path) ? wanted.get(path) !== null : now.readings.has(path);
    if (!isThere) saved = removeFile(saved, path);
  }
  const files = [...now.readings].flatMap(([path, { file }]) => {
    const text = wanted.has(path) ? (wanted.get(path) ?? null) : file.text;
    return text === null ? [] : [{ path, text }];
  });
  const gone = changed.flatMap(({ path, text }) => (text === null || now.readings.has(path) ? [] : [{ path, text }]));
  saved = updateFiles(saved, [...files, ...gone]);
  last = saved;
  return saved;
}

/** The handbook as it would be if some files stayed as they are saved: what is left out of a proposal is not in it. */
export function without(now: Workspace, leftOut: readonly SavedText[]): Workspace {
  const there = leftOut.reduce((left, { path, text }) => (text === null ? removeFile(left, path) : left), now);
  return updateFiles(
    there,
    leftOut.flatMap(({ path, text }) => (text === null ? [] : [{ path, text }])),
  );
}
