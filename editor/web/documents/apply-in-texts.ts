import { applyEdits, type Change } from '../../../engine/service/index.ts';
import type { Notices } from '../notices.ts';
import { withEnds } from './line-ends.ts';
import { goWith } from './made-files.ts';
import type { Documents } from './store.ts';

/** Makes a change where Monaco has not come: one step of undo for each file, in the line ends that the file has. */
export function applyInTexts({ edits, files = [] }: Change, documents: Documents, tell: Notices['tell']): void {
  const made = files.filter(({ path }) => documents.get(path) === undefined);
  for (const [index, [path, own]] of [...Map.groupBy(edits, ({ span }) => span.file)].entries()) {
    const before = documents.get(path)?.text ?? '';
    const inEnds = own.map(({ span, text }) => ({ span, text: withEnds(text, before) }));
    documents.type(path, applyEdits(before, inEnds));
    if (index === 0 && made.length > 0) goWith(path, before, made, documents, tell);
  }
  for (const file of files) documents.type(file.path, file.text);
}
