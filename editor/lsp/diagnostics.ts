import { DiagnosticSeverity, type Diagnostic as Told } from 'vscode-languageserver/node';
import type { Diagnostic, Language, Severity, SourceFile } from '../../engine/service/index.ts';
import { rangeOf } from './places.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** A diagnostic as the protocol says it; related places in files that are not there are left out. */
export function toldOf(
  { span, severity, code, message, related }: Diagnostic,
  language: Language,
  fileOf: (path: string) => SourceFile | undefined,
  uriOf: (path: string) => string,
): Told {
  const file = fileOf(span.file);
  return {
    range: file === undefined ? { start: zero, end: zero } : rangeOf(file, span),
    severity: severities[severity],
    code,
    source: 'bylaw',
    message: message[language],
    relatedInformation: related.flatMap((one) => {
      const other = fileOf(one.span.file);
      return other === undefined
        ? []
        : [
            {
              location: { uri: uriOf(one.span.file), range: rangeOf(other, one.span) },
              message: one.message[language],
            },
          ];
    }),
  };
}

const zero = { line: 0, character: 0 };
