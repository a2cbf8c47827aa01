import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examine } from './examine.ts';
import type { Failure } from './failure.ts';
import type { Input } from './input.ts';

/** Does again what was written of a failure, also when the handbooks that it was made from have changed since. */
export function replay(folder: string): Failure | undefined {
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  // Written by main.ts.
  const asked = JSON.parse(read('input.json')) as Omit<Input, 'changed' | 'facts'>;
  const changed = Object.fromEntries(globSync('**/*.yaml', { cwd: folder }).map((path) => [path, read(path)]));
  return examine({ ...asked, changed, facts: read('facts.json') });
}
