import { lock } from '../../host/lock.ts';
import { partOf } from '../../host/part-file.ts';
import { notWritten, wrongUse } from '../refusals.ts';
import type { Call, Refusal } from '../verb.ts';
import { giveUpUnfinished, outAt, unfinishedAt } from './resume.ts';

/** Does the work while no other process writes the same result: two would write over each other, and both say that all is well. */
export async function alone(call: Call, out: string, work: () => Promise<number | Refusal>): Promise<number | Refusal> {
  const locked = await lock(`${partOf(outAt(call, out))}.lock`).catch((error: unknown) => notWritten(error, out));
  if ('exit' in locked) return locked;
  if ('owner' in locked)
    return wrongUse(
      `Process ${locked.owner} writes ${out} at this moment. Wait until it is done, or name another file for --out.`,
      `进程 ${locked.owner} 正在写入 ${out}。请等它完成，或为 --out 指明其他文件。`,
    );
  try {
    // What another process left meanwhile is not lost either.
    const refused = await unfinishedAt(call);
    if (refused !== undefined) return refused;
    await giveUpUnfinished(call);
    return await work();
  } finally {
    await locked.release();
  }
}
