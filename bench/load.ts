/**
 * How long it takes from the bytes of a bundle of the benchmark's own policy to its first decision: reading and checking all of
 * it, linking, the outcome. `node bench/load.ts`; in processes of their own, from one file of JavaScript as a package is.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { printTable } from './growth.ts';
import { builtFile, writeBench } from './peers/built.ts';
import { keep } from './record.ts';
import { middle } from './timing.ts';

const processes = 9;

const folder = mkdtempSync(join(tmpdir(), 'bylaw-load-'));
try {
  const { BENCH_BUNDLE = '' } = await writeBench(folder);
  const built = await builtFile(join(import.meta.dirname, 'load-once.ts'), 'load', folder);
  const all = Array.from({ length: processes }, () => {
    const said = execFileSync(process.execPath, [built, BENCH_BUNDLE], { encoding: 'utf8' });
    return JSON.parse(said) as Readonly<Record<'cold' | 'warm', number>>;
  });
  const result = { cold: middle(all.map(({ cold }) => cold)), warm: Math.min(...all.map(({ warm }) => warm)) };
  console.log('\nFrom the bytes of a bundle of this policy to its first decision, milliseconds:\n');
  printTable([
    ['in a process that has done nothing yet', result.cold.toFixed(2)],
    ['in one that has loaded bundles before', result.warm.toFixed(2)],
  ]);
  keep('load', result);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
