import type { Span } from '../../../../engine/service/index.ts';
import { pathOf, rangeOf, uriOf, type Models } from '../models.ts';
import { monaco } from '../setup.ts';
import { askAbout, type Desk } from './desk.ts';

/** Where a name is declared. */
export const definitionProvider = (desk: Desk): monaco.languages.DefinitionProvider => ({
  async provideDefinition(model, position, token) {
    const spans = await askAbout(desk, 'language/definition', model, token, model.getOffsetAt(position));
    return locations(spans ?? [], desk);
  },
});

/** Where else a name stands. */
export const referenceProvider = (desk: Desk): monaco.languages.ReferenceProvider => ({
  async provideReferences(model, position, { includeDeclaration }, token) {
    const offset = model.getOffsetAt(position);
    return locations(
      (await askAbout(desk, 'language/references', model, token, offset, includeDeclaration)) ?? [],
      desk,
    );
  },
});

/** Monaco shows places of models only, so each file gets one. */
function locations(spans: readonly Span[], { models }: Desk): monaco.languages.Location[] {
  return spans.flatMap((span) => {
    const model = models.of(span.file);
    return model === null ? [] : [{ uri: uriOf(span.file), range: rangeOf(model, span) }];
  });
}

/** Opens places of other files in the page, which shows one file at a time. */
export function openPlaces(show: (span: Span) => void, models: Models): monaco.IDisposable {
  return monaco.editor.registerEditorOpener({
    openCodeEditor(_source, resource, place) {
      const path = pathOf(resource);
      const model = path === undefined ? null : models.of(path);
      if (path === undefined || model === null) return false;
      const start = place === undefined ? 0 : model.getOffsetAt('startLineNumber' in place ? startOf(place) : place);
      const end = place !== undefined && 'endLineNumber' in place ? model.getOffsetAt(endOf(place)) : start;
      show({ file: path, start, end });
      return true;
    },
  });
}

const startOf = (range: monaco.IRange): monaco.IPosition => ({
  lineNumber: range.startLineNumber,
  column: range.startColumn,
});
const endOf = (range: monaco.IRange): monaco.IPosition => ({
  lineNumber: range.endLineNumber,
  column: range.endColumn,
});
