import type { Diagnostic, Fix, Language, Severity } from '../../../engine/service/index.ts';
import { modelOf, pathOf, rangeOf, uriOf } from './models.ts';
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

/** Underlines what is wrong in all files that are open; the text under the pointer says why. */
export function showDiagnostics(diagnostics: readonly Diagnostic[], language: Language): void {
  shown = { diagnostics, language };
  for (const model of monaco.editor.getModels()) {
    const path = pathOf(model.uri);
    const own = diagnostics.filter(({ span }) => span.file === path);
    monaco.editor.setModelMarkers(
      model,
      owner,
      own.map((diagnostic) => marker(diagnostic, language, model)),
    );
  }
}

function marker(
  diagnostic: Diagnostic,
  language: Language,
  model: monaco.editor.ITextModel,
): monaco.editor.IMarkerData {
  const related = diagnostic.related.flatMap(({ span, message }) => {
    const other = modelOf(span.file);
    return other === null ? [] : [{ resource: uriOf(span.file), message: message[language], ...rangeOf(other, span) }];
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
export function offerFixes(): void {
  monaco.languages.registerCodeActionProvider(
    'yaml',
    {
      provideCodeActions(model, range) {
        const path = pathOf(model.uri);
        const here = shown.diagnostics.filter(
          ({ span }) => span.file === path && monaco.Range.areIntersectingOrTouching(rangeOf(model, span), range),
        );
        return {
          actions: here.flatMap((diagnostic) => actionsOf(diagnostic, shown.language)),
          dispose: () => undefined,
        };
      },
    },
    { providedCodeActionKinds: ['quickfix'] },
  );
}

function actionsOf({ fixes }: Diagnostic, language: Language): monaco.languages.CodeAction[] {
  return fixes.map(({ title, edits }, index) => ({
    title: title[language],
    kind: 'quickfix',
    isPreferred: index === 0,
    edit: {
      edits: edits.flatMap(({ span, text }) => {
        const model = modelOf(span.file);
        const range = model && plainRange(model, span.start, span.end);
        return range === null || model === null
          ? []
          : [{ resource: model.uri, versionId: model.getVersionId(), textEdit: { range, text } }];
      }),
    },
  }));
}

/** Makes a fix's edits; each file can be undone as always. */
export function applyFix({ edits }: Fix): void {
  for (const [file, own] of Map.groupBy(edits, ({ span }) => span.file)) {
    const model = modelOf(file);
    if (model === null) continue;
    const operations = own.map(({ span, text }) => ({ range: plainRange(model, span.start, span.end), text }));
    model.pushStackElement();
    model.pushEditOperations([], operations, () => null);
    model.pushStackElement();
  }
}

/** Unlike a squiggle, an edit may have no length. */
export function plainRange(model: monaco.editor.ITextModel, start: number, end: number): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}
