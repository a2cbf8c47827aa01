import type { SavedText } from '../../../engine/service/index.ts';
import type { Document } from '../documents/document.ts';
import { useDocuments } from '../documents/hooks.ts';
import type { ProposedFile } from '../../server/api.ts';
import { writtenText } from '../documents/line-ends.ts';
import { usePage } from '../page.ts';
import type { Standing } from './standing.ts';

/** A file that is not as it was: typed into here, or saved and in no commit yet, or gone from the folder (`isGone`) and still in the commit. */
export interface ChangedFile {
  readonly document: Document;
  readonly before: string | null;
  readonly isGone?: true;
}

/** All files that a proposal would bring, in the order of their paths. */
export function useChangedFiles(): readonly ChangedFile[] {
  const { documents, standing } = usePage();
  return changedFiles(useDocuments(documents), standing);
}

function changedFiles(documents: ReadonlyMap<string, Document>, { committed }: Standing): readonly ChangedFile[] {
  const gone = [...committed].flatMap(([path, text]): readonly ChangedFile[] => {
    if (text === null || documents.has(path)) return [];
    const nothing = { text: '', version: null };
    return [{ document: { path, saved: nothing, text: '', state: 'clean' }, before: text, isGone: true }];
  });
  const changed = [...documents.values()].flatMap((document): readonly ChangedFile[] => {
    const { path, saved, text } = document;
    const known = committed.get(path);
    const before = known === undefined ? (saved.version === null ? null : saved.text) : known;
    return before === text ? [] : [{ document, before }];
  });
  return [...changed, ...gone].sort((a, b) => (a.document.path < b.document.path ? -1 : 1));
}

/** What the worker needs to know the handbook as it was. */
export const savedTexts = (files: readonly ChangedFile[]): readonly SavedText[] =>
  files.map(({ document: { path }, before }) => ({ path, text: before }));

/** All that changed, and what of it is not proposed. */
export interface Choice {
  readonly files: readonly ChangedFile[];
  readonly leftOut: readonly ChangedFile[];
}

/** What is proposed when nobody leaves anything out. */
export const wholeOf = (files: readonly ChangedFile[]): Choice => ({ files, leftOut: [] });

/** The files that are proposed. */
export const proposedOf = ({ files, leftOut }: Choice): readonly ChangedFile[] =>
  files.filter((file) => !leftOut.includes(file));

export const proposedFiles = (files: readonly ChangedFile[]): readonly ProposedFile[] =>
  files.map(({ document: { path, text, saved }, isGone }) => ({
    path,
    text: isGone === true ? null : writtenText(text, saved),
    basedOn: saved.version,
  }));
