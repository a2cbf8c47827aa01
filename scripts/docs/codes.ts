import type { Diagnostic } from '../../engine/diagnostic/diagnostic.ts';
import { messageTables } from './message-tables.ts';
import { placeholders } from './placeholder.ts';

type Report = (args: never, span: Diagnostic['span']) => Diagnostic;

/** A diagnostic of each code that a table of messages defines, with placeholders in braces for what it is about. */
export const sampleDiagnostics: readonly Diagnostic[] = messageTables.flatMap((table) =>
  Object.values(table as Readonly<Record<string, Report>>).map((report) =>
    report(placeholders, { file: '', start: 0, end: 0 }),
  ),
);
