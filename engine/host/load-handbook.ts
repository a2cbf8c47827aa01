import { stat } from 'node:fs/promises';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { readHandbook, type Handbook } from '../program/handbook.ts';
import { sourceFile, type SourceFile } from '../source/source-file.ts';
import { readHandbookFolder, type HandbookFolder } from './handbook-folder.ts';
import { emptyFolder, noFolder } from './host-messages.ts';
import type { Unreadable } from '../tables/unreadable.ts';
import { whyUnreadable } from './read-text.ts';

export interface LoadedHandbook {
  readonly dir: string;
  readonly handbook: Handbook;
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Files that were not read, and why. An error among them: what the handbook says is not known for certain. */
  readonly leftOut: readonly Diagnostic[];
}

/** Reads and checks the handbook of a folder. */
export async function loadHandbook(dir: string): Promise<LoadedHandbook | Unreadable> {
  let folder: HandbookFolder;
  try {
    if (!(await stat(dir)).isDirectory()) return noFolder(dir);
    folder = await readHandbookFolder(dir);
  } catch (error) {
    return whyUnreadable(error, dir, noFolder(dir));
  }
  if (folder.files.length === 0) return emptyFolder(dir);
  const sources = folder.files.map(({ path, text }) => sourceFile(path, text));
  return {
    dir,
    handbook: readHandbook(sources),
    files: new Map(sources.map((file) => [file.name, file])),
    leftOut: folder.diagnostics,
  };
}
