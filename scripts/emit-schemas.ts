import { writeFileSync } from 'node:fs';
import { documents } from '../engine/kinds/documents/index.ts';
import { kinds } from '../engine/kinds/index.ts';
import { schemaFiles, validatorsModule, validatorsTypes, type Described } from './schema-files.ts';

/** Everything that `npm run schemas` writes: path below the repository → text. */
export function emittedFiles(): ReadonlyMap<string, string> {
  const all: readonly Described[] = [...documents, ...kinds];
  return new Map([
    ...schemaFiles(all),
    ['schemas/validators.js', validatorsModule(all)],
    ['schemas/validators.d.ts', validatorsTypes],
  ]);
}

if (import.meta.main) for (const [path, text] of emittedFiles()) writeFileSync(path, text);
