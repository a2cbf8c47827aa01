import { expect, test } from 'vitest';
import { answered, whyUnanswered } from '../../engine/cli/blocks/pool.ts';
import type { AnsweredBlock, Block } from '../../engine/cli/blocks/plan.ts';

const block = (first: number): Block => ({ bytes: Uint8Array.of(first), encoding: 'utf-8' });

async function* blocks(count: number): AsyncGenerator<Block> {
  for (let i = 0; i < count; i += 1) {
    // As long as a read from a disk takes: a thread may be gone by then.
    await new Promise((resolve) => setTimeout(resolve, 5));
    yield block(i);
  }
}

const answer = ({ bytes: [first = 0] }: Block): Promise<AnsweredBlock> => {
  if (first === 3) return Promise.reject(new Error('out of memory'));
  const counts = { rows: 1 } as AnsweredBlock['counts'];
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve({ bytes: Uint8Array.of(first), lines: 1, counts, percents: [] });
    }, 10 - first);
  });
};

test('a thread that ends is told in words, behind the blocks before it', async () => {
  const came: number[] = [];
  const all = async (): Promise<void> => {
    for await (const [, { bytes }] of answered(blocks(8), { answer, atOnce: () => 4 })) came.push(bytes[0] ?? -1);
  };
  const error: unknown = await all().catch((thrown: unknown) => thrown);
  expect(came).toEqual([0, 1, 2]);
  expect(whyUnanswered(error)?.unreadable.en).toMatch(/a thread .*\(out of memory\)\. Fewer --workers/);
  expect(whyUnanswered(error)?.unreadable.zh).toContain('线程已终止（out of memory）');
  expect(whyUnanswered(new Error('anything else'))).toBeUndefined();
});
