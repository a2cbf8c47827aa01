import type { Result } from './result.ts';
import type { Exact, Frame } from './unit.ts';

/** How many IR nodes may stand one in another, over all decisions on the way, before the work is split up. */
const deepest = 400;

/** Thrown where the stack would grow too deep; what it holds is worked out first, by itself, and remembered in the frame. */
interface TooDeep {
  readonly postponed: Exact;
}

/** A decision or fact, so many IR nodes deep. */
export interface Work {
  readonly depth: number;
  readonly run: Exact;
}

/** The result of the work, done once for a question; `known` belongs to the frame. */
export function remembered(known: Map<string, Result>, key: string, work: Work, frame: Frame): Result {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (frame.depth > deepest) {
    // Not an error: a way out, which costs little because it carries no stack trace.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw { postponed: (at) => remembered(known, key, work, at) } satisfies TooDeep;
  }
  frame.depth += work.depth;
  const result = work.run(frame);
  frame.depth -= work.depth;
  known.set(key, result);
  return result;
}

/** Runs the work however long its chain of decisions is. */
export function fromTheBottom(work: Exact, frame: Frame): Result {
  const waiting = [work];
  for (;;) {
    const next = waiting.at(-1) ?? work;
    frame.depth = 0;
    try {
      const result = next(frame);
      waiting.pop();
      if (waiting.length === 0) return result;
    } catch (thrown) {
      if (!isTooDeep(thrown)) throw thrown;
      waiting.push(thrown.postponed);
    }
  }
}

function isTooDeep(thrown: unknown): thrown is TooDeep {
  return typeof thrown === 'object' && thrown !== null && 'postponed' in thrown;
}
