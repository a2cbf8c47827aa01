import type { SavedText } from '../../../engine/service/index.ts';
import type { Document } from '../documents/document.ts';
import { useDocuments } from '../documents/hooks.ts';
import type { ProposedFile } from '../../server/api.ts';
import { writtenText } from '../documents/line-ends.ts';
import { usePage } from '../page.ts';
import type { Standing } from './standing.ts';

/** A file that is not as it was: typed into here, or saved and in no commit yet. */
export interface ChangedFile {
  readonly document: Document;
  readonly before: string | null;
}

/** All files that a proposal would bring, in the order of their paths. */
export function useChangedFiles(): readonly ChangedFile[] {
  const { documents, standing } = usePage();
  return changedFiles(useDocuments(documents), standing);
}

function changedFiles(documents: ReadonlyMap<string, Document>, { committed }: Standing): readonly ChangedFile[] {
  return [...documents.values()]
    .flatMap((document) => {
      const { path, saved, text } = document;
      const known = committed.get(path);
      const before = known === undefined ? (saved.version === null ? null : saved.text) : known;
      return before === text ? [] : [{ document, before }];
    })
    .sort((a, b) => (a.document.path < b.document.path ? -1 : 1));
}

/** What the worker needs to know the handbook as it was. */
export const savedTexts = (files: readonly ChangedFile[]): readonly SavedText[] =>
  files.map(({ document: { path }, before }) => ({ path, text: before }));

export const proposedFiles = (files: readonly ChangedFile[]): readonly ProposedFile[] =>
  files.map(({ document: { path, text, saved } }) => ({
    path,
    text: writtenText(text, saved),
    basedOn: saved.version,
  }));
