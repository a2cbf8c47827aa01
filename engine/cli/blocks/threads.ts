import { stat } from 'node:fs/promises';
import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, extname, resolve } from 'node:path';
import process from 'node:process';
import type { Piscina } from 'piscina';
import type { Call } from '../verb.ts';
import type { AnsweredBlock, Block } from './plan.ts';
import { blockFormat } from './source.ts';

/** Threads that answer blocks of rows. What they are asked comes with each block, so that they may start while the handbook is still being read. */
export interface Threads {
  readonly count: number;
  /** Somebody wants them, however little there is to do. */
  readonly areWanted: boolean;
  /** `plan`: a `BlockPlan`, serialized once for all of them. The first block starts the threads, where they were not wanted before. */
  readonly answer: (block: Block, plan: SharedArrayBuffer) => Promise<AnsweredBlock>;
  readonly close: () => Promise<void>;
}

/** A table that is no larger than this, in bytes, is answered before threads have started, and is not worth a journal. */
export const small = 4 << 20;

/** The threads of a call; none where its rows are not answered in blocks. Those that `--workers` wants start at once. */
export async function openThreads(call: Call): Promise<Threads> {
  const count = await threadsFor(call);
  const areWanted = call.options.workers !== undefined;
  let pool: Promise<Piscina> | undefined;
  const opened = (): Promise<Piscina> => (pool ??= poolOf(count));
  if (count > 0 && areWanted) await opened();
  return {
    count,
    areWanted,
    answer: async (block, plan) => {
      const threads = await opened();
      return (await threads.run({ block, plan }, { transferList: [block.bytes.buffer] })) as AnsweredBlock;
    },
    close: async () => {
      await (await pool)?.destroy();
    },
  };
}

async function poolOf(count: number): Promise<Piscina> {
  const { Piscina } = await import('piscina');
  // The worker is built from the same sources as this file.
  const filename = new URL(`./worker${extname(import.meta.url)}`, import.meta.url).href;
  return new Piscina({ filename, minThreads: count, maxThreads: count, recordTiming: false, env: environment() });
}

/** What Node keeps of what it compiled, it reads in threads only where their environment says where that is. */
function environment(): NodeJS.ProcessEnv {
  const kept = getCompileCacheDir();
  return kept === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(kept) };
}

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
