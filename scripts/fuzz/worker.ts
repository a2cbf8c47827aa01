import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { examine } from './examine.ts';
import { inputOf, type Input } from './input.ts';
import type { Failure } from './failure.ts';
import { shrink } from './shrink.ts';

/** What a worker tells: that it begins with an input, and what came of it. */
export type News =
  | { readonly is: 'begins'; readonly seed: number }
  | { readonly is: 'done'; readonly seed: number; readonly milliseconds: number }
  | { readonly is: 'failed'; readonly seed: number; readonly failure: Failure; readonly input: Input };

interface Work {
  readonly from: number;
  /** Another worker takes the seeds between. */
  readonly step: number;
}

// Of the processor, since other processes take time too; what is slow the first time may only be new.
const slow = 1_000;
const trials = 3;

const { from, step } = workerData as Work;
const port = parentPort;
if (port === null) throw new Error('This file is a worker of main.ts');
const tell = (news: News): void => port.postMessage(news);
for (let seed = from; ; seed += step) {
  tell({ is: 'begins', seed });
  const input = inputOf(seed);
  const { failure, milliseconds } = timed(input);
  if (failure !== undefined) tell({ is: 'failed', seed, failure, input: shrink(input, failure.what) });
  tell({ is: 'done', seed, milliseconds });
}

function timed(input: Input): { readonly failure: Failure | undefined; readonly milliseconds: number } {
  let milliseconds = Infinity;
  for (let trial = 0; trial < trials && milliseconds > slow; trial += 1) {
    const before = process.threadCpuUsage();
    const failure = examine(input);
    const { user, system } = process.threadCpuUsage(before);
    milliseconds = Math.min(milliseconds, (user + system) / 1_000);
    if (failure !== undefined) return { failure, milliseconds };
  }
  const failure = milliseconds > slow ? { what: 'slow', detail: `${Math.round(milliseconds)} ms` } : undefined;
  return { failure, milliseconds };
}
