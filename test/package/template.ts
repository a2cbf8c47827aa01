import { readFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('../../templates/handbook/policies/', import.meta.url).pathname;

/** The handbook that `bylaw init` begins with. Path → text. */
export async function templateFiles(): Promise<Readonly<Record<string, string>>> {
  const paths = globSync('**/*.yaml', { cwd: root }).toSorted();
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const)),
  );
}
