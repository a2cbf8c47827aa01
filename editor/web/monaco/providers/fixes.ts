import { plainRange } from '../models.ts';
import type { monaco } from '../setup.ts';
import { askAbout, languageNow, type Desk } from './desk.ts';

/** Offers the mends of what is wrong at the cursor. */
export const fixProvider = (desk: Desk): monaco.languages.CodeActionProvider => ({
  async provideCodeActions(model, range, _context, token) {
    const [start, end] = [range.getStartPosition(), range.getEndPosition()].map((place) => model.getOffsetAt(place));
    if (start === undefined || end === undefined) return undefined;
    const offered = await askAbout(desk, 'language/fixes', model, token, start, end);
    return {
      actions: (offered ?? []).map(({ title, change, isPreferred }) => ({
        title: title[languageNow()],
        kind: 'quickfix',
        isPreferred,
        edit: {
          edits: change.edits.flatMap(({ span, text }) => {
            const other = desk.models.of(span.file);
            if (other === null) return [];
            const textEdit = { range: plainRange(other, span.start, span.end), text };
            return [{ resource: other.uri, versionId: other.getVersionId(), textEdit }];
          }),
        },
      })),
      dispose: () => undefined,
    };
  },
});
