import type { SourceFile } from '../../source/source-file.ts';
import type { Workspace } from '../workspace.ts';
import { sketch, type Sketch } from './sketch.ts';
import { writtenIn, type Written } from './written.ts';

/** A file as it is written, whether or not it can be read. */
export interface FileSketch {
  readonly file: SourceFile;
  readonly root: Sketch | undefined;
  readonly written: readonly Written[];
}

/** Kept for as long as the text stays the same. */
const known = new WeakMap<SourceFile, FileSketch>();

/** The sketch of a file of the handbook; undefined when there is no such file. */
export function readingOf({ readings }: Workspace, path: string): FileSketch | undefined {
  const file = readings.get(path)?.file;
  if (file === undefined) return undefined;
  const before = known.get(file);
  if (before !== undefined) return before;
  const root = sketch(file.text);
  const made = { file, root, written: writtenIn(root) };
  known.set(file, made);
  return made;
}
