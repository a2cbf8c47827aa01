import { move, transferableSymbol, valueSymbol } from 'piscina';
import { deserialize } from 'node:v8';
import { blockAnswerer } from './answer-block.ts';
import type { Block, BlockPlan } from './plan.ts';
import type { BlockAnswerer } from './text.ts';

interface Task {
  readonly block: Block;
  readonly plan: SharedArrayBuffer;
}

let answer: BlockAnswerer | undefined;

/** What a thread of the pool does with a block; all blocks come with the same plan. The bytes of the answer go back without being copied. */
export default function answerBlock({ block, plan }: Task): unknown {
  answer ??= blockAnswerer(deserialize(new Uint8Array(plan).slice()) as BlockPlan);
  const answered = answer(block);
  return move({ [transferableSymbol]: [answered.bytes.buffer], [valueSymbol]: answered });
}
