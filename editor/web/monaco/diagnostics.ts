import type { Diagnostic, Language, Severity } from '../../../engine/service/index.ts';
import type { Documents } from '../documents/store.ts';
import { pathOf, plainRange, rangeIn, rangeOf, uriOf, type Models } from './models.ts';
import { monaco } from './setup.ts';

const owner = 'bylaw';
const severities: Readonly<Record<Severity, monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
};

interface Shown {
  readonly diagnostics: readonly Diagnostic[];
  readonly language: Language;
}
let shown: Shown = { diagnostics: [], language: 'en' };

/** Underlines what is wrong in all files that have models; the text under the pointer says why. */
export function showDiagnostics(diagnostics: readonly Diagnostic[], language: Language, documents: Documents): void {
  shown = { diagnostics, language };
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

/** Offers the fixes of what is wrong at the cursor. */
export function offerFixes(models: Models): void {
  monaco.languages.registerCodeActionProvider(
    'yaml',
    {
      provideCodeActions(model, range) {
        const path = pathOf(model.uri);
        const here = shown.diagnostics.filter(
          ({ span }) => span.file === path && monaco.Range.areIntersectingOrTouching(rangeOf(model, span), range),
        );
        return {
          actions: here.flatMap((diagnostic) => actionsOf(diagnostic, shown.language, models)),
          dispose: () => undefined,
        };
      },
    },
    { providedCodeActionKinds: ['quickfix'] },
  );
}

function actionsOf({ fixes }: Diagnostic, language: Language, models: Models): monaco.languages.CodeAction[] {
  return fixes.map(({ title, edits }, index) => ({
    title: title[language],
    kind: 'quickfix',
    isPreferred: index === 0,
    edit: {
      edits: edits.flatMap(({ span, text }) => {
        const model = models.of(span.file);
        if (model === null) return [];
        const textEdit = { range: plainRange(model, span.start, span.end), text };
        return [{ resource: model.uri, versionId: model.getVersionId(), textEdit }];
      }),
    },
  }));
}
