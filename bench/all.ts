/**
 * `npm run bench`: every program of this folder with modest sizes, one after the other, then the page that shows what they kept.
 * `npm run bench -- full` takes the large sizes, which the page is meant for: some fifteen minutes and 10 GB.
 * `npm run bench -- tables facts` runs only those.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

interface Program {
  readonly file: string;
  readonly modest?: readonly string[];
  readonly full?: readonly string[];
  /** For Node itself. */
  readonly node?: readonly string[];
}

const programs: Readonly<Record<string, Program>> = {
  one: { file: 'main.ts', modest: ['30000'] },
  load: { file: 'load.ts' },
  tables: { file: 'growth/tables.ts' },
  facts: { file: 'growth/facts.ts' },
  rows: { file: 'growth/rows.ts', modest: ['10000,100000,1000000'], full: ['10000,100000,1000000,10000000'] },
  policies: {
    file: 'growth/policies.ts',
    modest: ['1,10'],
    full: ['1,10,100'],
    node: ['--max-old-space-size=12000'],
  },
  run: { file: 'run.ts', modest: ['200000'] },
  resume: { file: 'resume.ts', modest: ['200000'] },
  population: { file: 'population.ts', modest: ['10000', '100000'] },
  proofs: { file: 'proofs.ts', modest: ['1'], full: ['1,10'] },
  bundle: { file: 'bundle.ts' },
  embedding: { file: 'embedding.ts' },
  process: { file: 'process.ts' },
};

const asked = process.argv.slice(2);
const isFull = asked.includes('full');
const named = asked.filter((name) => name !== 'full');
const unknown = named.filter((name) => !(name in programs));
if (unknown.length > 0)
  throw new Error(`no “${unknown.join('”, “')}” here; there are ${Object.keys(programs).join(', ')}, and full`);

const failed: string[] = [];
const begun = performance.now();
for (const [name, { file, modest = [], full = [], node = [] }] of Object.entries(programs)) {
  const path = join(import.meta.dirname, file);
  if ((named.length > 0 && !named.includes(name)) || !existsSync(path)) continue;
  const from = performance.now();
  const { status } = spawnSync(process.execPath, [...node, path, ...(isFull ? full : modest)], { stdio: 'inherit' });
  if (status !== 0) failed.push(name);
  console.log(`\n— ${name}: ${((performance.now() - from) / 1000).toFixed(0)} s`);
}
spawnSync(process.execPath, [join(import.meta.dirname, 'page/main.ts')], { stdio: 'inherit' });
console.log(`All of it: ${((performance.now() - begun) / 1000).toFixed(0)} s.`);
if (failed.length > 0) {
  console.log(`\nNot measured: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
