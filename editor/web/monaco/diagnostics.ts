import type { Diagnostic, Language, Severity } from '../../../engine/service/index.ts';
import type { Documents } from '../documents/store.ts';
import { pathOf, rangeIn, rangeOf, uriOf } from './models.ts';
import { monaco } from './setup.ts';

const owner = 'bylaw';
const severities: Readonly<Record<Severity, monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
};

/** Underlines what is wrong in all files that have models; the text under the pointer says why. */
export function showDiagnostics(diagnostics: readonly Diagnostic[], language: Language, documents: Documents): void {
  for (const model of monaco.editor.getModels()) {
    const path = pathOf(model.uri);
    const own = diagnostics.filter(({ span }) => span.file === path);
    monaco.editor.setModelMarkers(
      model,
      owner,
      own.map((diagnostic) => marker(diagnostic, language, model, documents)),
    );
  }
}

function marker(
  diagnostic: Diagnostic,
  language: Language,
  model: monaco.editor.ITextModel,
  documents: Documents,
): monaco.editor.IMarkerData {
  const related = diagnostic.related.flatMap(({ span, message }) => {
    const other = documents.get(span.file);
    return other === undefined
      ? []
      : [{ resource: uriOf(span.file), message: message[language], ...rangeIn(other.text, span) }];
  });
  return {
    ...rangeOf(model, diagnostic.span),
    severity: severities[diagnostic.severity],
    message: diagnostic.message[language],
    code: diagnostic.code,
    relatedInformation: related,
  };
}
