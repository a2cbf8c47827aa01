import { stat } from 'node:fs/promises';
import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, extname, resolve } from 'node:path';
import process from 'node:process';
import type { Call } from '../verb.ts';
import type { AnsweredBlock, Block } from './plan.ts';
import { blockFormat } from './source.ts';

/** Threads that answer blocks of rows. What they are asked comes with each block, so that they start while the handbook is still being read. */
export interface Threads {
  readonly count: number;
  /** `plan`: a `BlockPlan`, serialized once for all of them. */
  readonly answer: (block: Block, plan: SharedArrayBuffer) => Promise<AnsweredBlock>;
  readonly close: () => Promise<void>;
}

/** A table that is no larger than this, in bytes, is answered before threads have started, and is not worth a journal. */
export const small = 4 << 20;

/** The threads of a call, which start at once; none where its rows are not answered in blocks. */
export async function openThreads(call: Call): Promise<Threads> {
  const count = await threadsFor(call);
  if (count === 0) return { count, answer: noThreads, close: () => Promise.resolve() };
  const { Piscina } = await import('piscina');
  // The worker is built from the same sources as this file.
  const filename = new URL(`./worker${extname(import.meta.url)}`, import.meta.url).href;
  const pool = new Piscina({ filename, minThreads: count, maxThreads: count, recordTiming: false, env: environment() });
  return {
    count,
    answer: (block, plan) =>
      pool.run({ block, plan }, { transferList: [block.bytes.buffer] }) as Promise<AnsweredBlock>,
    close: () => pool.destroy(),
  };
}

/** What Node keeps of what it compiled, it reads in threads only where their environment says where that is. */
function environment(): NodeJS.ProcessEnv {
  const kept = getCompileCacheDir();
  return kept === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(kept) };
}

const noThreads = (): Promise<never> => Promise.reject(new Error('no threads'));

/** Beside the main one, which answers rows too: as many as there are cores left. */
async function threadsFor({ io, options }: Call): Promise<number> {
  const { in: path, workers } = options;
  if (path === undefined || blockFormat(options) === undefined) return 0;
  if (workers !== undefined) return Number(workers);
  const size = await stat(resolve(io.cwd, path)).then(
    (found) => found.size,
    () => 0,
  );
  return size < small ? 0 : availableParallelism() - 1;
}
