import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { formatPolicy } from '../format/format.ts';
import { spellingOf } from '../format/spelling.ts';
import type { Handbook } from '../program/handbook.ts';
import { sourceFile, type SourceFile } from '../source/source-file.ts';
import { amend, type Amended, type Amendment } from './amend.ts';

/** The next version of a policy of the handbook; undefined where no version of it can be read. */
export function amendNewest(
  handbook: Handbook,
  policy: string,
  amendment: Omit<Amendment, 'adopted'>,
): (Amended & { readonly file: SourceFile }) | Diagnostic | undefined {
  const newest = handbook.versions.get(policy)?.[0];
  if (newest === undefined) return undefined;
  const { file } = newest.read;
  const amended = amend(file, { ...amendment, adopted: newest.head.from });
  if ('code' in amended) return amended;
  return { ...amended, file, newText: asUsualAsBefore(file, amended.newText, handbook) };
}

/** A file in its usual form keeps it, or the next `fmt --check` fails on what nobody wrote; another is not tidied by the way. */
function asUsualAsBefore(old: SourceFile, newText: string, handbook: Handbook): string {
  const spelling = spellingOf(handbook);
  if (formatPolicy(old, spelling).text !== old.text) return newText;
  return formatPolicy(sourceFile(old.name, newText), spelling).text;
}
