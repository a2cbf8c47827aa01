import { serialize } from 'node:v8';
import type { Unreadable } from '../../tables/unreadable.ts';
import type { AnsweredBlock, Block, BlockPlan } from './plan.ts';
import { answerers, type Answerers } from './sharing.ts';
import type { BlockAnswerer } from './text.ts';
import type { Threads } from './threads.ts';

/** Who answers the blocks of a table, of so many bytes in all: this thread and those of the call. */
export async function openAnswerers(plan: BlockPlan, threads: Threads, bytes: number): Promise<Answerers> {
  const { blockAnswerer } = await import('./answer-block.ts');
  // Compiling is not what answering a block takes; threads that somebody wants may leave none for this one.
  let own = threads.areWanted ? undefined : blockAnswerer(plan);
  const here: BlockAnswerer = (block) => {
    own ??= blockAnswerer(plan);
    return own(block);
  };
  if (threads.count === 0) return { answer: (block) => Promise.resolve(here(block)), atOnce: () => 1 };
  const written = serialize(plan);
  const shared = new SharedArrayBuffer(written.length);
  new Uint8Array(shared).set(written);
  return answerers(here, { ...threads, answer: (block) => threads.answer(block, shared) }, bytes);
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
    const [first] = waiting.length >= atOnce() ? waiting.splice(0, 1) : [];
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
