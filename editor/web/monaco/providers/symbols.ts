import type { FilePart } from '../../../../engine/service/language/index.ts';
import { rangeOf } from '../models.ts';
import { monaco } from '../setup.ts';
import { askAbout, languageNow, type Desk } from './desk.ts';

/** The parts of a file, for Monaco's list of contents. */
export const symbolProvider = (desk: Desk): monaco.languages.DocumentSymbolProvider => ({
  async provideDocumentSymbols(model, token) {
    const parts = (await askAbout(desk, 'language/fileParts', model, token)) ?? [];
    const shown = ({ name, title, span, place, parts: inner }: FilePart): monaco.languages.DocumentSymbol => ({
      name,
      detail: title?.[languageNow()] ?? '',
      kind: inner.length > 0 ? monaco.languages.SymbolKind.Object : monaco.languages.SymbolKind.Property,
      tags: [],
      range: rangeOf(model, span),
      selectionRange: rangeOf(model, place),
      children: inner.map(shown),
    });
    return parts.map(shown);
  },
});
