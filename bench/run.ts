/**
 * `bylaw run` from a CSV file to a CSV file, as a process of the built command, beside DuckDB that does the same by hand-written SQL in
 * whole numbers from the same file on one thread. `node bench/run.ts 1000000`. Bylaw's time is that of the whole process: starting,
 * reading the handbook, threads. DuckDB's is that of its one statement. Every row is compared.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { printTable } from './growth.ts';
import { installed } from './installed.ts';
import { mapping, writeLargeTable } from './large-table.ts';
import { at, decisions, texts } from './policy.ts';
import { keep } from './record.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const turns = 3;
const folder = mkdtempSync(join(tmpdir(), 'bylaw-run-'));

interface Took {
  readonly seconds: number;
  /** Of all its threads, in seconds: what a busy machine distorts least. */
  readonly work: number;
  /** The most memory that the process held, in bytes. */
  readonly memory: number;
}

interface Line extends Took {
  readonly name: string;
}

try {
  await main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main(): Promise<void> {
  const cli = installed(folder);
  mkdirSync(join(folder, 'rules'));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, 'rules', name), text);
  writeFileSync(join(folder, 'map.yaml'), mapping);
  writeLargeTable(join(folder, 'in.csv'), rows);
  const cores = availableParallelism();
  const args = ['run', ...decisions, '--in', 'in.csv', '--map', 'map.yaml', '--at', at, '--handbook', 'rules'];
  const bylaw = (...workers: readonly string[]): Took =>
    timed([cli, ...args, '--out', 'bylaw.csv', ...workers], undefined);
  const contenders: readonly { readonly name: string; readonly run: () => Took }[] = [
    { name: 'Bylaw', run: () => bylaw() },
    { name: `Bylaw, threads: ${String(cores)}`, run: () => bylaw('--workers', String(cores - 1)) },
    { name: 'Bylaw, threads: 1', run: () => bylaw('--workers', '0') },
    {
      name: 'DuckDB, threads: 1',
      run: () => timed([join(import.meta.dirname, 'run-duckdb.ts'), folder], /^(\d+) ms$/m),
    },
  ];
  const best = contenders.map(({ name }): Line => ({ name, seconds: Infinity, work: Infinity, memory: 0 }));
  for (let turn = 0; turn < turns; turn += 1)
    for (const [i, { name, run }] of contenders.entries()) {
      const took = run();
      const before = best[i] ?? { seconds: Infinity, work: Infinity, memory: 0 };
      best[i] = {
        name,
        seconds: Math.min(before.seconds, took.seconds),
        work: Math.min(before.work, took.work),
        memory: Math.max(before.memory, took.memory),
      };
    }
  const wrong = await wrongRows();
  const duckdb = best.at(-1)?.seconds ?? NaN;
  console.log(`\nFrom CSV to CSV, three decisions a row, ${rows.toLocaleString('en')} rows:\n`);
  printTable([
    ['', 'seconds', 'rows/s', 'DuckDB = 1', 'CPU seconds of the process', 'memory'],
    ...best.map(({ name, seconds, work, memory }) => [
      name,
      seconds.toFixed(2),
      Math.round(rows / seconds).toLocaleString('en'),
      (seconds / duckdb).toFixed(2),
      work.toFixed(2),
      `${String(Math.round(memory / 1e6))} MB`,
    ]),
  ]);
  console.log(`\nRows that differ: ${wrong.toLocaleString('en')} of ${rows.toLocaleString('en')}.`);
  keep('run', { rows, wrong, lines: best });
  if (wrong > 0) process.exitCode = 1;
}

/** `said`: what of its output is its time in milliseconds; else it is that of the whole process. */
function timed(argv: readonly string[], said: RegExp | undefined): Took {
  const last =
    "process.on('exit', () => { const u = process.resourceUsage(); process.stderr.write(`\\nmemory ${u.maxRSS}\\nwork ${u.userCPUTime + u.systemCPUTime}\\n`) })";
  const from = performance.now();
  const ran = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(last)}`, ...argv], {
    cwd: folder,
    encoding: 'utf8',
  });
  const took = performance.now() - from;
  if (ran.status !== 0) throw new Error(ran.stderr);
  // Each thread says it as it ends, the process last.
  const lastOf = (what: RegExp): number => Number([...ran.stderr.matchAll(what)].at(-1)?.[1]);
  const memory = lastOf(/^memory (\d+)$/gm) * 1024;
  const work = lastOf(/^work (\d+)$/gm) / 1e6;
  return { work, seconds: (said === undefined ? took : Number(said.exec(ran.stdout)?.[1])) / 1000, memory };
}

/** DuckDB gives cents and hundredths. */
async function wrongRows(): Promise<number> {
  const [ours, theirs] = ['bylaw.csv', 'duckdb.csv'].map((name) =>
    createInterface({ input: createReadStream(join(folder, name)) })[Symbol.asyncIterator](),
  ) as unknown as [AsyncIterator<string>, AsyncIterator<string>];
  await ours.next();
  await theirs.next();
  let [wrong, seen] = [0, 0];
  for (;;) {
    const [a, b] = [await ours.next(), await theirs.next()];
    if (a.done === true || b.done === true) return wrong + Math.abs(rows - seen) + (a.done === b.done ? 0 : 1);
    seen += 1;
    if (plain(a.value, false) !== plain(b.value, true)) wrong += 1;
  }
}

/** A row with amounts and scores in hundredths. Ours end in decimals or a unit (`12.3 CNY` is 1230), DuckDB's (`isUnits`) are that. */
function plain(line: string, isUnits: boolean): string {
  const cells = line.replaceAll('"', '').split(',');
  if (isUnits) return cells.join(',');
  return cells.map((cell, i) => (i === 7 || i === 10 ? hundredths(cell.replace(' CNY', '')) : cell)).join(',');
}

function hundredths(text: string): string {
  const [whole = '', part = ''] = text.split('.');
  return String(BigInt(whole + part.padEnd(2, '0')));
}
