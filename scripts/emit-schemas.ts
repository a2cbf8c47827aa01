import { writeFileSync } from 'node:fs';
import { documents } from '../engine/kinds/documents/index.ts';
import { mapping } from '../engine/tables/mapping/shape.ts';
import { kinds } from '../engine/kinds/index.ts';
import { schemaFiles, validatorsModule, validatorsTypes, type Described } from './schema-files.ts';

/** Everything that `npm run schemas` writes: path below the repository → text. */
export function emittedFiles(): ReadonlyMap<string, string> {
  const all: readonly Described[] = [...documents, ...kinds];
  return new Map([
    // Read beside a handbook, not in it: decoding is all the validation that it needs.
    ...schemaFiles([...all, { name: 'mapping', schema: mapping }]),
    ['schemas/validators.js', validatorsModule(all)],
    ['schemas/validators.d.ts', validatorsTypes],
  ]);
}

if (import.meta.main) for (const [path, text] of emittedFiles()) writeFileSync(path, text);
