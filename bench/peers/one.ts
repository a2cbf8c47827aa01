/**
 * One of the field in a process of its own: `node --expose-gc one.ts MODULE NAME ROWS TRUTH` prints what it measured as JSON.
 * Loading and memory come first, as long as the process has done nothing else.
 */
import { readFileSync } from 'node:fs';
import { wrongRows } from '../contender.ts';
import { makeRows, type Answer } from '../rows.ts';
import { secondsOfAwaited } from '../timing.ts';
import type { Measured } from './measured.ts';
import type { Peer } from './peer.ts';

const least = { turns: 5, seconds: 0.4 };

const [, , module = '', name = '', count = '', truth = ''] = process.argv;
const [question] = makeRows(1);
if (question === undefined) throw new Error('no row');

const before = held();
const begun = performance.now();
const { peers } = (await import(module)) as { readonly peers: readonly Peer[] };
const known = performance.now();
const peer = peers.find((one) => one.name === name);
if (peer === undefined) throw new Error(`“${name}” is not there`);
const start = await peer.build();
const one = await start([question]);
await one.run();
const ready = performance.now();
const after = held();

const rows = makeRows(Math.min(Number(count), peer.rows));
const right = (JSON.parse(readFileSync(truth, 'utf8')) as readonly Answer[]).slice(0, rows.length);
const prepared = await start(rows);
const times: number[] = [];
let sum = 0;
for (let turn = 0; turn <= least.turns || sum < least.seconds; turn += 1) {
  const took = await secondsOfAwaited(() => prepared.run());
  sum += took;
  // The first turn warms up.
  if (turn > 0) times.push(took);
}
await prepared.finish?.();
const measured: Measured = {
  rows: rows.length,
  wrong: wrongRows(prepared, right),
  times,
  library: known - begun,
  policy: ready - known,
  heap: after.heap - before.heap,
  resident: after.resident - before.resident,
};
console.log(JSON.stringify(measured));
// DuckDB and zen-engine keep threads.
process.exit(0);

/** Megabytes, after what nobody needs has gone. */
function held(): { readonly heap: number; readonly resident: number } {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / 1e6, resident: rss / 1e6 };
}
