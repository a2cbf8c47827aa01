import { formatPolicy } from '../../format/format.ts';
import { spellingOf } from '../../format/spelling.ts';
import type { TextEdit } from '../../source/span.ts';
import type { Workspace } from '../workspace.ts';
import { lineEdits } from './line-edits.ts';

/** What brings a file into its usual form; nothing where it has mistakes that keep it from being read. */
export function formatting({ readings, handbook }: Workspace, path: string): readonly TextEdit[] {
  const file = readings.get(path)?.file;
  if (file === undefined) return [];
  return lineEdits(path, file.text, formatPolicy(file, spellingOf(handbook)).text);
}
