import { globSync, readFileSync } from 'node:fs';
import { readHandbook, type Handbook } from '../../engine/program/handbook.ts';
import { sourceFile } from '../../engine/source/source-file.ts';

const root = new URL('handbook/', import.meta.url);

/** A handbook with one small policy of each kind, one of them amended. */
export const tinyTexts: Readonly<Record<string, string>> = Object.fromEntries(
  globSync('**/*.yaml', { cwd: root.pathname })
    .sort()
    .map((path) => [path, readFileSync(new URL(path, root), 'utf8')]),
);

/** That handbook, some of its texts replaced. */
export function tinyHandbook(changes: Readonly<Record<string, string>> = {}): Handbook {
  return readHandbook(Object.entries({ ...tinyTexts, ...changes }).map(([path, text]) => sourceFile(path, text)));
}
