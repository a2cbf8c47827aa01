import type { TextEdit } from '../source/span.ts';
import type { FileText } from './workspace.ts';

/** What a person's act does to the handbook's texts. Whoever holds the texts makes it, so that it can be undone. */
export interface Change {
  /** Of any files, in any order; those of one file must not overlap. Untouched text stays byte for byte. */
  readonly edits: readonly TextEdit[];
  /** Files that are new, or that get this text as a whole. */
  readonly files?: readonly FileText[];
}
