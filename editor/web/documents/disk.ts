import type { Diagnostic } from '../../../engine/service/index.ts';
import type { Saved, SaveFailure } from './document.ts';

export interface HandbookFiles {
  readonly files: readonly { readonly path: string; readonly saved: Saved }[];
  /** What lies in the folder and was not read. */
  readonly diagnostics: readonly Diagnostic[];
}

type SaveAnswer =
  | { readonly version: string }
  /** Nothing was written: the disk holds something else than what the text was made from. */
  | { readonly theirs: Saved }
  | { readonly failure: SaveFailure };

/** Where the documents come from and go to. */
export interface Disk {
  readonly handbook: () => Promise<HandbookFiles | undefined>;
  readonly save: (path: string, text: string, saved: Saved) => Promise<SaveAnswer>;
  /** Takes a file away; `theirs` where it is not what the page has seen. */
  readonly remove: (path: string, version: string) => Promise<'gone' | Exclude<SaveAnswer, { version: string }>>;
}
