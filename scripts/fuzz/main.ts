/**
 * `npm run fuzz -- --seconds 60 [--seed 1] [--workers 1]`: changes real policies, cases, vocabularies, manifests
 * and facts at random and does with them all that the engine can do. An input that fails is made small and written below
 * the system's folder for temporary files; `--only SEED` does one input again, `--replay FOLDER` one that was written.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { Failure } from './failure.ts';
import { inputOf, type Input } from './input.ts';
import { replay } from './replay.ts';
import type { News } from './worker.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    only: { type: 'string' },
    replay: { type: 'string' },
    workers: { type: 'string', default: '1' },
  },
});
// Longer than any examination, its repetitions and the making small take.
const hangs = 60_000;

const first = Number(values.only ?? values.seed);
const step = Number(values.workers);
const end = performance.now() + Number(values.seconds) * 1_000;
const folder = join(tmpdir(), `bylaw-fuzz-${String(first)}`);
const found = new Map<string, number>();
// Somebody else may have stopped the machine for a while: what hangs must hang twice.
const hung = new Set<number>();
let tried = 0;
let slowest = { seed: first, milliseconds: 0 };

if (values.replay !== undefined) {
  const failure = replay(values.replay);
  console.log(failure === undefined ? 'nothing fails any more' : `${failure.what}\n\n${failure.detail}`);
  process.exit(failure === undefined ? 0 : 1);
}
console.log(`seed ${String(first)}, ${values.only === undefined ? `${values.seconds} seconds` : 'one input'}`);
await Promise.all(Array.from({ length: step }, (_, i) => run(first + i)));
report();

/** One worker after the other: who hangs or dies is replaced, and the input is told. */
async function run(from: number): Promise<void> {
  let seed = from;
  do seed = (await work(seed)) + step;
  while (performance.now() < end && values.only === undefined);
}

/** Lets a worker work until time is up or it is lost; gives the last seed that it had. */
function work(from: number): Promise<number> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { from, step },
      resourceLimits: { maxOldGenerationSizeMb: 1_024 },
    });
    let current = from;
    let timer = setTimeout(() => undefined, 0);
    let stopped = false;
    const stop = (): void => {
      stopped = true;
      clearTimeout(timer);
      void worker.terminate().then(() => resolve(current));
    };
    const lost = (failure: Failure): void => {
      failed(current, failure, inputOf(current));
      stop();
    };
    const hangsAgain = (): void => {
      if (hung.has(current)) return lost({ what: 'hangs', detail: `${String(hangs)} ms` });
      hung.add(current);
      current -= step;
      stop();
    };
    worker.on('error', (error: Error) => lost({ what: `died: ${error.name}`, detail: error.stack ?? error.message }));
    worker.on('message', (news: News) => {
      if (stopped) return;
      switch (news.is) {
        case 'begins':
          current = news.seed;
          clearTimeout(timer);
          timer = setTimeout(hangsAgain, hangs);
          return;
        case 'failed':
          return failed(news.seed, news.failure, news.input);
        case 'done':
          tried += 1;
          if (news.milliseconds > slowest.milliseconds) slowest = news;
          if (performance.now() > end || values.only !== undefined) stop();
      }
    });
  });
}

function failed(seed: number, { what, detail }: Failure, input: Input): void {
  const times = found.get(what) ?? 0;
  found.set(what, times + 1);
  if (times > 0) return;
  const place = join(folder, String(seed));
  const { corpus, date, isShort } = input;
  const asked = JSON.stringify({ corpus, date, isShort });
  const texts = {
    'input.json': asked,
    'facts.json': input.facts,
    'failure.txt': `${what}\n\n${detail}\n`,
    ...input.changed,
  };
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  console.log(`✗ ${what} (--only ${String(seed)}, made small in ${place})`);
}

function report(): void {
  const failures = [...found].map(([what, times]) => `  ${String(times)} × ${what}`);
  console.log(`${String(tried)} inputs tried, ${String(found.size)} kinds of failure${found.size > 0 ? ':' : ''}`);
  for (const line of failures) console.log(line);
  console.log(`slowest: ${String(Math.round(slowest.milliseconds))} ms (--only ${String(slowest.seed)})`);
  if (found.size > 0) process.exitCode = 1;
}
