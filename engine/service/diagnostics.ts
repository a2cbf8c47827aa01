import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Workspace } from './workspace.ts';

/** What is wrong in one file: small enough to be sent after every keystroke. */
export function diagnosticsOf({ handbook }: Workspace, path: string): readonly Diagnostic[] {
  return handbook.diagnostics.filter(({ span }) => span.file === path);
}
