import { plainRange } from '../models.ts';
import type { monaco } from '../setup.ts';
import { askAbout, languageNow, type Desk } from './desk.ts';

/** Calls a thing otherwise in all files. */
export const renameProvider = (desk: Desk): monaco.languages.RenameProvider => ({
  async resolveRenameLocation(model, position, token) {
    const can = await askAbout(desk, 'language/renamable', model, token, model.getOffsetAt(position));
    if (can === undefined || 'refused' in can) return { ...nowhere, rejectReason: can?.refused[languageNow()] ?? '' };
    return { range: plainRange(model, can.span.start, can.span.end), text: can.name };
  },
  async provideRenameEdits(model, position, newName, token) {
    const done = await askAbout(desk, 'language/rename', model, token, model.getOffsetAt(position), newName);
    if (done === undefined || 'refused' in done) return { edits: [], rejectReason: done?.refused[languageNow()] ?? '' };
    if (done.note !== undefined) desk.tell(done.note);
    return {
      edits: done.edits.flatMap(({ span, text }) => {
        // Monaco changes models only.
        const other = desk.models.of(span.file);
        if (other === null) return [];
        return [
          {
            resource: other.uri,
            versionId: undefined,
            textEdit: { range: plainRange(other, span.start, span.end), text },
          },
        ];
      }),
    };
  },
});

const nowhere = { range: { startLineNumber: 1, startColumn: 1, endLineNumber: 1, endColumn: 1 }, text: '' };
