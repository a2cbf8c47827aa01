/**
 * What an application gets that embeds the engine: how long until it can ask, how long the first decision takes, how many
 * decisions a second; in its own process and over HTTP with 50 connections, beside json-rules-engine and a bare handler of
 * node:http in the same run. `node bench/embedding.ts [--json]`.
 *
 * Each is started anew in every round, in turn with the others, so that a busy moment hits all alike; the best counts.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { jsonRules } from './contenders/json-rules.ts';
import { writeFolder } from './embedding/folder.ts';
import { hosts } from './embedding/hosts.ts';
import { measureServer, type Served } from './embedding/over-http.ts';
import { bareHandler, serversOf } from './embedding/servers.ts';
import { printTable } from './growth.ts';

type Measured = Omit<Served, 'p50' | 'p99'> & Partial<Pick<Served, 'p50' | 'p99'>>;
interface Line extends Measured {
  readonly name: string;
  /** Rows with a wrong decision, of so many; undefined where nothing is decided. */
  readonly of?: number;
}

const rounds = 3;
/** A whole number of batches. */
const count = 320;

const folder = mkdtempSync(join(tmpdir(), 'bylaw-embedding-'));
try {
  const lines = await measure();
  const isWrong = lines.some(({ name, wrong }) => name.startsWith('Bylaw') && wrong > 0);
  if (process.argv.includes('--json')) console.log(JSON.stringify(lines));
  else print(lines);
  if (isWrong) throw new Error('wrong answers');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<readonly Line[]> {
  const questions = await writeFolder(folder, count);
  const contenders: readonly {
    readonly name: string;
    readonly isBare?: true;
    readonly run: () => Promise<Measured>;
  }[] = [
    ...hosts.map(({ name }) => ({ name, run: () => Promise.resolve(inProcess(name)) })),
    ...serversOf(folder).map((server) => ({ ...server, run: () => measureServer(server, folder, questions) })),
  ];
  const found = contenders.map((): Measured[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [i, { run }] of contenders.entries()) found[i]?.push(await run());
  return contenders.map(({ name, isBare }, i) => ({ name, ...best(found[i] ?? []), ...(isBare ? {} : { of: count }) }));
}

function inProcess(name: string): Measured {
  const argv = [join(import.meta.dirname, 'embedding/in-process.ts'), folder, name];
  return JSON.parse(execFileSync(process.execPath, argv, { encoding: 'utf8' })) as Measured;
}

/** Of several rounds the fastest of each, and all that was wrong. */
function best(rounds: readonly Measured[]): Measured {
  const fastest = rounds.toSorted((a, b) => b.rate - a.rate)[0];
  if (fastest === undefined) throw new Error('nothing was measured');
  return {
    ...fastest,
    load: Math.min(...rounds.map(({ load }) => load)),
    first: Math.min(...rounds.map(({ first }) => first)),
    wrong: Math.max(...rounds.map(({ wrong }) => wrong)),
  };
}

function print(lines: readonly Line[]): void {
  const rateOf = (name: string): number => lines.find((line) => line.name === name)?.rate ?? NaN;
  const [rules, bare] = [rateOf(jsonRules.name), rateOf(bareHandler)];
  const milliseconds = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(1));
  const ratio = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
  console.log(
    `\nThe same three decisions, one by one from texts; ${count} rows, a quarter on edges; over HTTP with 50 connections.\n`,
  );
  printTable([
    ['', 'load ms', 'first ms', 'decisions/s', `${jsonRules.name} = 1`, 'bare = 1', 'p50 ms', 'p99 ms', 'wrong rows'],
    ...lines.map(({ name, load, first, rate, p50, p99, wrong, of }) => [
      name,
      milliseconds(load),
      milliseconds(first),
      Math.round(rate).toLocaleString('en'),
      ratio(rate / rules),
      ratio(rate / bare),
      milliseconds(p50),
      milliseconds(p99),
      of === undefined ? '' : `${wrong} of ${of}`,
    ]),
  ]);
  console.log(
    '\n“load”: from files to what can be asked; of a server from the start of its process until it listens. Both “= 1” columns: decisions a second, as many times those of json-rules-engine and the answers of the bare handler.',
  );
}
