import { once } from 'node:events';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../engine/cli/main.ts';
import { isUnreadable } from '../engine/tables/unreadable.ts';
import { openTable } from '../engine/host/table/open-table.ts';
import { blocksOf } from '../engine/tables/table.ts';
import { toHundredths } from './contender.ts';
import { growthExponent, memoryHeld, printTable } from './growth.ts';
import { facts, texts } from './policy.ts';
import { makeRows, type Row } from './rows.ts';

// What a change of one decision comes to for populations of ten times ten times the size, by `bylaw diff --population`: from the
// file to the report. The total is worked out by hand beside it, in whole cents.

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000, 1_000_000];
const turns = 3;
const atOnce = 10_000;

/** The handbook before and after: the top rate rises, and its tier begins later. */
function writeHandbooks(folder: string): void {
  const changed = (texts['commission.yaml'] ?? '')
    .replace('"[80% .. 100%)", rate: 4%', '"[80% .. 105%)", rate: 4%')
    .replace('">= 100%", rate: 5%', '">= 105%", rate: 5.5%');
  for (const [side, files] of [
    ['before', texts],
    ['after', { ...texts, 'commission.yaml': changed }],
  ] as const) {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, side, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
}

/** By hand: what the change pays more, in cents. */
function moreFor([sales, target]: Row): bigint {
  const [net, goal] = [BigInt(toHundredths(sales)), BigInt(toHundredths(target))];
  const pay = (edge: bigint, top: bigint): bigint => {
    const reached = net * 100n;
    const tenths =
      reached < goal * 30n
        ? 0n
        : reached < goal * 50n
          ? 20n
          : reached < goal * 80n
            ? 30n
            : reached < goal * edge
              ? 40n
              : top;
    return (net * tenths + 500n) / 1000n;
  };
  return pay(105n, 55n) - pay(100n, 50n);
}

/** Writes a population and says what the change comes to, in cents. */
async function writePopulation(path: string, rows: number): Promise<bigint> {
  const file = createWriteStream(path);
  file.write(`person,department,${facts.join(',')}\n`);
  let more = 0n;
  for (let from = 0; from < rows; from += atOnce) {
    const some = makeRows(Math.min(atOnce, rows - from), from + 1);
    for (const row of some) more += moreFor(row);
    const lines = some.map((row, i) => `P${String(from + i)},D${String((from + i) % 12)},${row.join(',')}\n`);
    if (!file.write(lines.join(''))) await once(file, 'drain');
  }
  file.end();
  await finished(file);
  return more;
}

interface Report {
  readonly effect: {
    readonly effects: readonly { readonly amounts?: { readonly totals?: { readonly change: string } } }[];
  };
}

async function diff(cwd: string, population: string): Promise<Report> {
  let [out, err] = ['', ''];
  const channel = (write: (text: string) => void): Parameters<typeof main>[1]['out'] => ({
    isTerminal: false,
    write,
    drained: () => Promise.resolve(),
  });
  const argv = ['diff', 'dir:before', 'dir:after', 'commission.amount', '--population', population];
  const code = await main(
    [...argv, '--by', 'department', '--id', 'person', '--at', '2026-10-31', '--json', '--lang', 'en'],
    {
      cwd,
      env: {},
      out: channel((text) => (out += text)),
      err: channel((text) => (err += text)),
      now: () => new Date(),
      stdin: () => {
        throw new Error('nothing is read from here');
      },
      stopped: () => new Promise(() => undefined),
    },
  );
  if (code !== 0) throw new Error(err);
  return JSON.parse(out) as Report;
}

async function readOnly(path: string): Promise<void> {
  const table = await openTable({ name: path, from: { path } });
  if (isUnreadable(table)) throw new Error(table.unreadable.en);
  for await (const block of blocksOf(table)) if (block.some(isUnreadable)) throw new Error('unreadable');
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let turn = 0; turn < turns; turn += 1) {
    const from = process.hrtime.bigint();
    await run();
    best = Math.min(best, Number(process.hrtime.bigint() - from) / 1e9);
  }
  return best;
}

const folder = mkdtempSync(join(tmpdir(), 'bylaw-bench-'));
writeHandbooks(folder);
const lines = [['rows', 'seconds', 'of these reading', 'rows/s', 'exponent', 'memory', 'total']];
let before: readonly [rows: number, seconds: number] | undefined;
for (const rows of sizes) {
  const path = join(folder, `${String(rows)}.csv`);
  const more = await writePopulation(path, rows);
  const told = (await diff(folder, path)).effect.effects[0]?.amounts?.totals?.change ?? '';
  const [whole, reading] = [await seconds(() => diff(folder, path)), await seconds(() => readOnly(path))];
  lines.push([
    rows.toLocaleString('en'),
    whole.toFixed(2),
    reading.toFixed(2),
    Math.round(rows / whole).toLocaleString('en'),
    before === undefined ? '' : growthExponent(before, [rows, whole]),
    memoryHeld(),
    BigInt(told.replace(' CNY', '').replace('.', '')) === more
      ? 'as by hand'
      : `WRONG: ${told}, by hand ${String(more)} cents`,
  ]);
  before = [rows, whole];
}
rmSync(folder, { recursive: true });
console.log('\nThe effect of a change of one decision on a population, from a CSV file of 8 columns to the report:\n');
printTable(lines);
console.log(
  '\n“exponent”: 1 where ten times the rows take ten times as long. “memory”: the most that the process held so far.',
);
