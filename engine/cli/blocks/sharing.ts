import type { AnsweredBlock, Block } from './plan.ts';
import type { BlockAnswerer } from './text.ts';

/** Who answers blocks: several at once, each call one. */
export interface Answerers {
  readonly answer: (block: Block) => Promise<AnsweredBlock>;
  /** So many blocks may be on their way at once. */
  readonly atOnce: () => number;
}

interface Others {
  readonly count: number;
  /** They have been started, whatever there is to do. */
  readonly areWanted: boolean;
  readonly answer: (block: Block) => Promise<AnsweredBlock>;
}

/** Blocks for each thread: one that it answers, and the next. */
const each = 2;
/** Blocks that wait for one before them. Meanwhile the main thread goes on. */
const ahead = 4;
/** What takes fewer milliseconds than this the main thread does alone: starting threads takes half of that. */
const long = 1000;
/** So many milliseconds of work tell how fast the rest will be. */
const trial = 250;

/**
 * The other threads are given blocks first; what they have no time for, the main thread answers itself. Threads that nobody asked
 * for start once it has turned out that the table, of so many bytes, takes a while, and are given blocks once they are there.
 */
export function answerers(
  here: BlockAnswerer,
  threads: Others,
  bytes: number,
  now: () => number = () => performance.now(),
): Answerers {
  const most = threads.count * each;
  let away = 0;
  const elsewhere = (block: Block): Promise<AnsweredBlock> => {
    away += 1;
    return threads.answer(block).finally(() => (away -= 1));
  };
  let state: 'none' | 'starting' | 'there' | 'failed' = threads.areWanted ? 'there' : 'none';
  let [left, worked] = [bytes, 0];
  const tried = (block: Block): AnsweredBlock => {
    const from = now();
    const came = here(block);
    const took = now() - from;
    worked += took;
    left -= block.bytes.length;
    const isLong = worked >= trial && (left / block.bytes.length) * took >= long;
    if (state === 'none' && isLong) {
      state = 'starting';
      // Nobody asked for them: where they cannot start, the main thread does it all.
      void threads.answer({ bytes: new Uint8Array(), encoding: 'utf-8' }).then(
        () => (state = 'there'),
        () => (state = 'failed'),
      );
    }
    return came;
  };
  return {
    answer: (block) => {
      if (state !== 'there') return Promise.resolve(tried(block));
      return away < most ? elsewhere(block) : Promise.resolve(here(block));
    },
    atOnce: () => (state === 'there' ? most + ahead : 1),
  };
}
