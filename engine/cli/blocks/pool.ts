import { serialize } from 'node:v8';
import type { Unreadable } from '../../tables/unreadable.ts';
import type { AnsweredBlock, Block, BlockPlan } from './plan.ts';
import type { BlockAnswerer } from './text.ts';
import type { Threads } from './threads.ts';

/** Who answers blocks: several at once, each call one. */
interface Answerers {
  readonly answer: (block: Block) => Promise<AnsweredBlock>;
  /** So many blocks may be on their way at once. */
  readonly atOnce: number;
}

/** Blocks for each thread: one that it answers, and the next. */
const each = 2;
/** Blocks that wait for one before them. Meanwhile the main thread goes on. */
const ahead = 4;

/** The threads are given blocks first; what they have no time for, the main thread answers itself. */
export async function openAnswerers(plan: BlockPlan, threads: Threads): Promise<Answerers> {
  const { blockAnswerer } = await import('./answer-block.ts');
  let own: BlockAnswerer | undefined;
  const here = (block: Block): Promise<AnsweredBlock> => {
    own ??= blockAnswerer(plan);
    return Promise.resolve(own(block));
  };
  if (threads.count === 0) return { answer: here, atOnce: 1 };
  const written = serialize(plan);
  const shared = new SharedArrayBuffer(written.length);
  new Uint8Array(shared).set(written);
  const most = threads.count * each;
  let away = 0;
  const elsewhere = (block: Block): Promise<AnsweredBlock> => {
    away += 1;
    return threads.answer(block, shared).finally(() => (away -= 1));
  };
  return { answer: (block) => (away < most ? elsewhere(block) : here(block)), atOnce: most + ahead };
}

/** Answers in the order of the blocks, each with its block; few are on their way at any time. */
export async function* answered<B extends Block>(
  blocks: AsyncIterable<B>,
  { answer, atOnce }: Answerers,
): AsyncGenerator<readonly [block: B, came: AnsweredBlock], void, undefined> {
  const waiting: { readonly block: B; readonly came: Promise<AnsweredBlock> }[] = [];
  for await (const block of blocks) {
    const came = answer(block).catch(unanswered);
    // It may fail before anybody waits for it.
    came.catch(() => undefined);
    waiting.push({ block, came });
    const [first] = waiting.length >= atOnce ? waiting.splice(0, 1) : [];
    if (first !== undefined) yield [first.block, await first.came];
  }
  for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) yield [first.block, await first.came];
}

const unansweredCode = 'BLOCK_UNANSWERED';

/** A thread is gone (out of memory, ended by somebody), or what runs in it threw. */
function unanswered(cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause);
  throw Object.assign(new Error(why, { cause }), { code: unansweredCode });
}

/** Why a block was not answered; undefined for all other errors. */
export function whyUnanswered(error: unknown): Unreadable | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== unansweredCode) return undefined;
  return {
    unreadable: {
      en: `The run ended, since a thread that answers rows did (${error.message}). Fewer --workers take less memory.`,
      zh: `计算各行的线程已终止（${error.message}），运行随之结束。减少 --workers 可少占内存。`,
    },
  };
}
