/**
 * The same policy in other engines and by hand: wrong rows, speed, memory, loading. `npm run bench:peers -- [rows] [rounds]`.
 *
 * Each is started in a process of its own, in turn with the others, several times over: so none finds the machine as another
 * one left it, and a busy moment hits all alike. The best turn counts; how far the middle one lay above it is told.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { benchProgram } from '../policy.ts';
import { keep } from '../record.ts';
import { makeRows } from '../rows.ts';
import { bestTime, spreadOf } from '../timing.ts';
import { rightAnswer } from '../truth.ts';
import { builtModule, writeBench } from './built.ts';
import { field } from './field.ts';
import { installPeers } from './install.ts';
import type { Line, Measured, PeersResult } from './measured.ts';
import { printPeers } from './print.ts';

const count = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 3);
const run = promisify(execFile);

const why = installPeers();
if (why !== undefined) console.log(`Not all is installed: ${why}`);
const folder = mkdtempSync(join(tmpdir(), 'bylaw-peers-'));
try {
  const truth = join(folder, 'truth.json');
  const program = benchProgram();
  writeFileSync(truth, JSON.stringify(makeRows(count).map((row) => rightAnswer(program, row))));
  const env = { ...process.env, ...(await writeBench(folder)) };
  const modules = new Map<string, string>();
  for (const { file } of field) if (!modules.has(file)) modules.set(file, await builtModule(file, folder));
  const found = field.map((): (Measured | { readonly missing: string })[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, { name, file }] of field.entries()) {
      const argv = [
        '--expose-gc',
        join(import.meta.dirname, 'one.ts'),
        modules.get(file) ?? '',
        name,
        `${count}`,
        truth,
      ];
      found[i]?.push(
        await run(process.execPath, argv, { env }).then(
          ({ stdout }) => JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured,
          (error: unknown) => ({ missing: reasonOf(error) }),
        ),
      );
    }
  }
  const lines = field.map(({ name }, i) => lineOf(name, found[i] ?? []));
  const result: PeersResult = { count, rounds, lines };
  printPeers(result);
  keep('peers', result);
  await import('../page/main.ts');
  if (lines.some(({ name, wrong }) => name.startsWith('Bylaw') && wrong > 0)) throw new Error('wrong rows');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The line of an error that says what happened, without the folders of this machine. */
function reasonOf(error: unknown): string {
  const { stderr = '', message = String(error) } = error as { stderr?: string; message?: string };
  const said = /^\w*Error.*$/m.exec(stderr)?.[0] ?? message;
  return said.replaceAll(/(?:file:\/\/)?[\w.-]*[/\\]\S*[/\\]/g, '').slice(0, 80);
}

/** Of several processes the best turn and the quickest start; of the rows that were wrong all. */
function lineOf(name: string, all: readonly (Measured | { readonly missing: string })[]): Line {
  const got = all.flatMap((one) => ('missing' in one ? [] : [one]));
  const [first] = got;
  const none = { rows: 0, wrong: 0, rate: 0, spread: 0, library: 0, policy: 0, heap: 0, resident: 0 };
  if (first === undefined) {
    const missing = all.flatMap((one) => ('missing' in one ? [one.missing] : []))[0] ?? 'it was not started';
    return { name, missing, ...none };
  }
  const times = got.flatMap((one) => one.times);
  const least = (of: (one: Measured) => number): number => Math.min(...got.map(of));
  return {
    name,
    rows: first.rows,
    wrong: Math.max(...got.map(({ wrong }) => wrong)),
    rate: first.rows / bestTime(times),
    spread: spreadOf(times),
    library: least(({ library }) => library),
    policy: least(({ policy }) => policy),
    heap: least(({ heap }) => heap),
    resident: least(({ resident }) => resident),
  };
}
