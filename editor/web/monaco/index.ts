import type { Change } from '../../../engine/service/index.ts';
import type { Documents } from '../documents/store.ts';
import type { LanguageClient } from '../language/client.ts';
import type { Notices } from '../notices.ts';
import { connectModels, edit, type Models } from './models.ts';
import { answerMonaco } from './providers/index.ts';
import { setUpMonaco } from './setup.ts';

export { CompareView } from './compare.tsx';
export { TextPane } from './text-pane.tsx';

/** Starts Monaco over the page's documents; once. */
export function startMonaco(documents: Documents, client: LanguageClient, tell: Notices['tell']): Models {
  setUpMonaco();
  const models = connectModels(documents);
  answerMonaco({ client, models, tell });
  return models;
}

/** Makes a change through the models, so that undo in the text takes it back. */
export function applyChange({ edits, files = [] }: Change, documents: Documents, models: Models): void {
  for (const [path, own] of Map.groupBy(edits, ({ span }) => span.file)) {
    const model = models.of(path);
    if (model === null) throw new Error(`A change names ${path}, which is no file of the handbook`);
    edit(
      model,
      own.map(({ span, text }) => ({ start: span.start, end: span.end, text })),
    );
  }
  for (const { path, text } of files) {
    // With a model first, the text that was there can be brought back.
    models.of(path);
    documents.type(path, text);
  }
}
