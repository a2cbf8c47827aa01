import { defineDiagnostics } from './define.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';

// More than anybody mends in one go.
const mostPerFile = 100;

export const arrangeMessages = defineDiagnostics('diagnostic', {
  more: {
    severity: 'info',
    message: ({ left, errors }: { left: number; errors: number }) => ({
      en: `${left} further findings in this file are not shown, ${errors} of them errors. Mend the ones above and check again.`,
      zh: `此文件另有 ${left} 条结果未显示，其中 ${errors} 条为错误。请先处理以上各条再检查。`,
    }),
  },
});

/**
 * Diagnostics as people read them: by file and place, each once, and at most a hundred a file with one that counts the rest.
 * Errors are kept before warnings, so that what is left out never makes a failing file look fine.
 */
export function arrange(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = Map.groupBy(diagnostics, ({ span }) => span.file);
  return [...files.keys()].sort(byCodePoint).flatMap((file) => arrangeFile(distinct(files.get(file) ?? [])));
}

function arrangeFile(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const kept = diagnostics.toSorted((a, b) => rank[a.severity] - rank[b.severity] || byPlace(a, b));
  const left = kept.splice(mostPerFile);
  const shown = kept.sort(byPlace);
  const [first] = left;
  if (first === undefined) return shown;
  const errors = left.filter(({ severity }) => severity === 'error').length;
  return [...shown, arrangeMessages.more({ left: left.length, errors }, first.span)];
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    rank[a.severity] - rank[b.severity] ||
    byCodePoint(a.code, b.code)
  );
}

// Not by locale, so that the order is the same on every machine.
const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each finding once: versions of a policy and cases may come upon the same one. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const key = ({ code, span: { file, start, end }, message }: Diagnostic): string =>
    `${code} ${file} ${start} ${end} ${message.en}`;
  return [...new Map(diagnostics.map((one) => [key(one), one])).values()];
}
