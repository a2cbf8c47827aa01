import { plainRange } from '../models.ts';
import type { monaco } from '../setup.ts';
import { askAbout, type Desk } from './desk.ts';

/** Brings a file into its usual form. */
export const formattingProvider = (desk: Desk): monaco.languages.DocumentFormattingEditProvider => ({
  async provideDocumentFormattingEdits(model, _options, token) {
    const edits = (await askAbout(desk, 'language/formatting', model, token)) ?? [];
    return edits.map(({ span, text }) => ({ range: plainRange(model, span.start, span.end), text }));
  },
});
