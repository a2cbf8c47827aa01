/** A host that loads bundles, and nothing else: `node load-once.ts BUNDLE` prints milliseconds as JSON. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { openBundle, rulesAt } from '../engine/runtime.ts';
import { at, decisions, factsOf } from './names.ts';
import { makeRows } from './rows.ts';
import { middle } from './timing.ts';

const turns = 200;

const bytes = readFileSync(process.argv[2] ?? '');
const [row] = makeRows(1);
if (row === undefined) throw new Error('no row');
const facts = factsOf(row);
const once = async (): Promise<number> => {
  const from = performance.now();
  const opened = await openBundle(bytes);
  if ('diagnostics' in opened) throw new Error(opened.diagnostics[0]?.message.en);
  const { status } = rulesAt(opened.bundle, { at }).decide(decisions[0], facts);
  const took = performance.now() - from;
  if (status !== 'determined') throw new Error(status);
  return took;
};
const cold = await once();
const warm: number[] = [];
for (let turn = 0; turn < turns; turn += 1) warm.push(await once());
console.log(JSON.stringify({ cold, warm: middle(warm.slice(turns / 2)) }));
