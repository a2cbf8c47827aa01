import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The search library as a script for browsers, from the package that this one depends on. */
export async function searchLibrary(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('minisearch');
  const text = await readFile(join(dirname(entry), '..', 'umd', 'index.js'), 'utf8');
  return text.replace(/^\/\/# sourceMappingURL=.*$/m, '');
}
