import { formatPolicy } from '../../engine/format/format.ts';
import type { Spelling } from '../../engine/format/spelling.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { checkDiagnostics } from './check-diagnostics.ts';
import { fail } from './failure.ts';

/** The usual form of a file: it is found, it is found again, and a file with mistakes is left alone. */
export function checkFormat(path: string, text: string, spelling: Spelling): string {
  const { text: formatted, diagnostics } = formatPolicy(sourceFile(path, text), spelling);
  checkDiagnostics(diagnostics, new Map([[path, text]]));
  if (diagnostics.some(({ code }) => code === 'format/unsafe')) fail('the formatter gives up', text);
  if (diagnostics.length > 0) {
    if (formatted !== text) fail('a file with mistakes was formatted', formatted);
    return text;
  }
  const again = formatPolicy(sourceFile(path, formatted), spelling);
  if (again.diagnostics.length > 0) fail('what was formatted cannot be formatted', again.diagnostics);
  if (again.text !== formatted) fail('formatting is not stable', { formatted, again: again.text });
  return formatted;
}
