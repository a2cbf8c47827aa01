import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Files of a folder: path below it, with `/` → text. */
export type Files = ReadonlyMap<string, string>;

/**
 * The handbook that a new one starts from, as it lies in `templates/handbook/` of this package. A name that begins with `dot.` stands
 * for one that begins with a dot: packing leaves out some files whose names do, and obeys others.
 */
export async function readTemplate(): Promise<Files> {
  const root = templateFolder();
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  const named = paths.map((path, i) => [nameOf(relative(root, path)), texts[i] ?? ''] as const);
  return new Map(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** In a clone beside the sources; in an installed package the built files lie one folder deeper. */
function templateFolder(): string {
  const candidates = ['../../../templates/handbook', '../../../../templates/handbook'];
  const folders = candidates.map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = folders.find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`The template is missing: ${folders.join(', ')}`);
  return found;
}

function nameOf(path: string): string {
  const parts = path.split(sep).map((part) => (part.startsWith('dot.') ? part.slice('dot'.length) : part));
  return parts.join('/');
}
