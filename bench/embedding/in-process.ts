/** One host in a process of its own, whose heap is empty: `node in-process.ts FOLDER NAME` prints what it measured as JSON. */
import { wrongRows } from '../contender.ts';
import { decisions } from '../policy.ts';
import { questionsIn } from './folder.ts';
import { hosts } from './hosts.ts';

const [, , folder = '', name] = process.argv;
const host = hosts.find((one) => one.name === name);
if (host === undefined) throw new Error(`no host is called ${String(name)}`);
const { rows, right } = questionsIn(folder);

const begun = performance.now();
const prepare = await host.load(folder);
const loaded = performance.now();
const one = prepare(rows.slice(0, 1));
const ready = performance.now();
await one.run();
const first = performance.now() - ready;

// The answers first, then the speed; the first turns warm up.
const all = prepare(rows);
await all.run();
const wrong = wrongRows(all, right) + wrongRows(one, right.slice(0, 1));
let rate = 0;
for (let turn = 0; turn < 6; turn += 1) {
  const from = performance.now();
  let asked = 0;
  while (performance.now() - from < 200) {
    await all.run();
    asked += rows.length * decisions.length;
  }
  rate = Math.max(rate, (asked * 1_000) / (performance.now() - from));
}
console.log(JSON.stringify({ load: loaded - begun, first, rate, wrong }));
