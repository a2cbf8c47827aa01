/**
 * What a whole process of the installed command costs above a bare `node -e 0`: `--help`, `eval` from a bundle, `check` of the whole
 * handbook. `node bench/process.ts`; builds the JavaScript into a temporary folder first, as `npm run build` does.
 *
 * The commands take turns, so that a busy moment hits all alike. “first” is the very first start on a machine, before Node has
 * kept anything compiled; the other figures are of later starts, each a new process that knows nothing of the handbook.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { printTable } from './growth.ts';
import { installed } from './installed.ts';
import { keep } from './record.ts';

const rounds = 15;
const root = join(import.meta.dirname, '..');
const facts = { 'sales.ordered': '88000 CNY', 'sales.returned': '8000 CNY' };

interface Line {
  readonly name: string;
  /** Milliseconds above the bare start; undefined where no aim is set. */
  readonly aim: number | undefined;
  readonly least: number;
  readonly median: number;
  readonly first: number;
}

const folder = mkdtempSync(join(tmpdir(), 'bylaw-process-'));
try {
  const lines = measure(installed(folder));
  print(lines);
  keep('process', lines);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(bylaw: string): readonly Line[] {
  const path = (name: string): string => join(folder, name);
  writeFileSync(path('facts.json'), JSON.stringify(facts));
  execFileSync(process.execPath, [bylaw, 'keys', 'new', 'bench'], { cwd: folder, stdio: 'ignore' });
  node(bylaw, 'build', '--handbook', 'policies', '--out', path('plain.bundle'));
  node(bylaw, 'build', '--handbook', 'policies', '--sign', path('bench.key.json'), '--out', path('signed.bundle'));
  const asked = ['sales.net', '--facts', path('facts.json'), '--at', '2026-10-31'];
  const commands = [
    { name: 'node -e 0', aim: undefined, argv: ['-e', '0'] },
    { name: 'bylaw --help', aim: 60, argv: [bylaw, '--help'] },
    {
      name: 'bylaw eval, signed bundle',
      aim: 100,
      argv: [bylaw, 'eval', ...asked, '--bundle', path('signed.bundle'), '--key', path('bench.pub.json')],
    },
    {
      name: 'bylaw eval, unsigned bundle',
      aim: 100,
      argv: [bylaw, 'eval', ...asked, '--bundle', path('plain.bundle')],
    },
    { name: 'bylaw check, whole handbook', aim: 1000, argv: [bylaw, 'check', '--handbook', 'policies'] },
  ];
  const firsts = commands.map(({ argv }, i) => timed(argv, path(`cache-${String(i)}`)));
  const times = commands.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [i, { argv, aim = 0 }] of commands.entries())
      // What takes seconds needs no fifteen rounds.
      if (aim < 1000 || round % 3 === 0) times[i]?.push(timed(argv, path(`cache-${String(i)}`)));
  const least = times.map((all) => Math.min(...all));
  const medians = times.map((all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN);
  const above = (all: readonly number[], i: number): number => (all[i] ?? NaN) - (i === 0 ? 0 : (all[0] ?? NaN));
  return commands.map(({ name, aim }, i) => ({
    name,
    aim,
    least: above(least, i),
    median: above(medians, i),
    first: above(firsts, i),
  }));
}

/** Milliseconds from the start of a process to its end. */
function timed(argv: readonly string[], cache: string): number {
  const begun = performance.now();
  const { NODE_COMPILE_CACHE: _own, ...env } = process.env;
  // Where the command keeps what was compiled, as on a machine of its own.
  execFileSync(process.execPath, argv, {
    cwd: root,
    stdio: 'ignore',
    env: { ...env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache },
  });
  return performance.now() - begun;
}

function node(...argv: readonly string[]): void {
  execFileSync(process.execPath, argv, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

function print(lines: readonly Line[]): void {
  const milliseconds = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(0));
  console.log(
    '\nWhole processes of the built command, in milliseconds above a bare start of Node (its own line: whole).\n',
  );
  printTable([
    ['', 'aim', 'least', 'median', 'first'],
    ...lines.map(({ name, aim, least, median, first }) => [
      name,
      milliseconds(aim),
      milliseconds(least),
      milliseconds(median),
      milliseconds(first),
    ]),
  ]);
}
