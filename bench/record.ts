import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import process from 'node:process';

/** Where results are kept, for the pages and for whoever wants the figures. */
export const resultsFolder = 'docs/benchmarks';

/** What figures were measured on. */
export interface Machine {
  readonly cores: number;
  readonly model: string;
  /** In GB. */
  readonly memory: number;
  readonly node: string;
  readonly platform: string;
  /** Processes that wanted a core when it began, as the system counts over a minute; 0 is a quiet machine. */
  readonly load: number;
}

/** What is kept of one run of one program. */
export interface Kept<Result> {
  /** The day: of the variable BENCH_DATE, else of the clock. */
  readonly date: string;
  readonly machine: Machine;
  readonly result: Result;
}

const loadAtStart = loadavg()[0] ?? 0;

/** Keeps what a program measured under its name, in place of what it measured before. Call it once, at the end. */
export function keep(name: string, result: unknown): void {
  mkdirSync(resultsFolder, { recursive: true });
  const kept: Kept<unknown> = { date: today(), machine: machine(), result };
  const rounded = JSON.stringify(kept, (_key, value: unknown) => (typeof value === 'number' ? short(value) : value), 1);
  writeFileSync(`${resultsFolder}/${name}.json`, `${rounded}\n`);
}

/** Four figures: more would be noise. */
const short = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(4)));

const today = (): string => process.env['BENCH_DATE'] ?? new Date().toISOString().slice(0, 10);

const machine = (): Machine => ({
  cores: cpus().length,
  model: cpus()[0]?.model ?? 'unknown',
  memory: Math.round(totalmem() / 1e9),
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  load: Number(process.env['BENCH_LOAD'] ?? loadAtStart),
});
