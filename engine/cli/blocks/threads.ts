import { stat } from 'node:fs/promises';
import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, extname, resolve } from 'node:path';
import process from 'node:process';
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
  let pool: Promise<Pool> | undefined;
  const opened = (): Promise<Pool> => (pool ??= poolOf(count));
  // What goes wrong is told with the first block.
  const ifAny = (): Promise<Pool | undefined> => pool?.catch(() => undefined) ?? Promise.resolve(undefined);
  if (count > 0 && areWanted) {
    void opened();
    await ifAny();
  }
  return {
    count,
    areWanted,
    answer: async (block, plan) => (await opened()).run(block, plan),
    close: async () => {
      await (await ifAny())?.destroy();
    },
  };
}

interface Pool {
  readonly run: Threads['answer'];
  readonly destroy: () => Promise<void>;
}

async function poolOf(count: number): Promise<Pool> {
  const { Piscina } = await import('piscina');
  // The worker is built from the same sources as this file.
  const filename = new URL(`./worker${extname(import.meta.url)}`, import.meta.url).href;
  const pool = new Piscina({ filename, minThreads: count, maxThreads: count, recordTiming: false, env: environment() });
  let gone: Promise<void> | undefined;
  const destroy = (): Promise<void> => (gone ??= pool.destroy());
  let failed: Error | undefined;
  // A thread that cannot start says so here, and what waits for it would wait for ever.
  pool.on('error', (error: Error) => {
    failed ??= error;
    void destroy();
  });
  return {
    run: async (block, plan) => {
      if (failed !== undefined) throw failed;
      try {
        return (await pool.run({ block, plan }, { transferList: [block.bytes.buffer] })) as AnsweredBlock;
      } catch (error) {
        throw failed ?? error;
      }
    },
    destroy,
  };
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
