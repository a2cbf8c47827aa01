import type { Change } from '../../../engine/service/index.ts';
import type { TextHistory } from '../documents/early-undo.ts';
import { goWith } from '../documents/made-files.ts';
import type { Documents } from '../documents/store.ts';
import type { LanguageClient } from '../language/client.ts';
import type { Notices } from '../notices.ts';
import { connectModels, edit, type Models } from './models.ts';
import { answerMonaco } from './providers/index.ts';
import { setUpMonaco } from './setup.ts';
import './widgets.css';

export { CompareView } from './compare.tsx';
export { TextPane } from './text-pane.tsx';

/** Starts Monaco over the page's documents; once. */
export function startMonaco(
  documents: Documents,
  client: LanguageClient,
  tell: Notices['tell'],
  before: ReadonlyMap<string, TextHistory>,
): Models {
  setUpMonaco();
  const models = connectModels(documents, before);
  answerMonaco({ client, models, tell });
  return models;
}

/** Makes a change through the models, so that undo in the text takes it back, with the files that it makes. */
export function applyChange(
  { edits, files = [] }: Change,
  documents: Documents,
  models: Models,
  tell: Notices['tell'],
): void {
  const made = files.filter(({ path }) => documents.get(path) === undefined);
  const [first, ...others] = [...Map.groupBy(edits, ({ span }) => span.file)].map(([path, own]) => {
    const model = models.of(path);
    if (model === null) throw new Error(`A change names ${path}, which is no file of the handbook`);
    return { path, model, edits: own.map(({ span, text }) => ({ start: span.start, end: span.end, text })) };
  });
  if (first !== undefined) {
    const before = documents.get(first.path)?.text ?? '';
    edit(first.model, first.edits);
    if (made.length > 0) goWith(first.path, before, made, documents, tell);
  }
  for (const { model, edits: own } of others) edit(model, own);
  for (const { path, text } of files) {
    // With a model first, the text that was there can be brought back.
    models.of(path);
    documents.type(path, text);
  }
}
