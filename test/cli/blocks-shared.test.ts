import { expect, test } from 'vitest';
import type { AnsweredBlock, Block } from '../../engine/cli/blocks/plan.ts';
import { answerers } from '../../engine/cli/blocks/sharing.ts';

const counts = {} as AnsweredBlock['counts'];
const came: AnsweredBlock = { bytes: new Uint8Array(), lines: 0, counts, percents: [] };
const hundred: Block = { bytes: new Uint8Array(100), encoding: 'utf-8' };

/** Who was given blocks of a hundred bytes of a table, by a main thread that takes so many milliseconds for each. */
async function shared(
  { bytes, blocks, milliseconds }: { readonly bytes: number; readonly blocks: number; readonly milliseconds: number },
  {
    areWanted = false,
    starts = () => Promise.resolve(came),
  }: { areWanted?: boolean; starts?: () => Promise<AnsweredBlock> } = {},
): Promise<{ readonly who: string; readonly atOnce: number }> {
  let [who, clock] = ['', 0];
  const here = (): AnsweredBlock => {
    clock += milliseconds;
    who += 'm';
    return came;
  };
  const answer = ({ bytes: { length } }: Block): Promise<AnsweredBlock> => {
    who += length === 0 ? 's' : 't';
    return length === 0 ? starts() : new Promise(() => undefined);
  };
  const all = answerers(here, { count: 1, areWanted, answer }, bytes, () => clock);
  for (let i = 0; i < blocks; i += 1) {
    void all.answer(hundred);
    await new Promise(setImmediate);
  }
  return { who, atOnce: all.atOnce() };
}

test('what takes the main thread less than a second more it does alone', async () => {
  expect(await shared({ bytes: 1_200, blocks: 12, milliseconds: 100 })).toEqual({ who: 'mmmmmmmmmmmm', atOnce: 1 });
});

test('of a table that takes longer, threads are given blocks once they are there: two each, the others to the main thread', async () => {
  expect(await shared({ bytes: 1_300, blocks: 7, milliseconds: 100 })).toEqual({ who: 'mmmsttmm', atOnce: 6 });
  const never = (): Promise<AnsweredBlock> => new Promise(() => undefined);
  const waiting = await shared({ bytes: 1_300, blocks: 7, milliseconds: 100 }, { starts: never });
  expect(waiting).toEqual({ who: 'mmmsmmmm', atOnce: 1 });
});

test('slow beginnings start no threads for what is nearly done', async () => {
  expect(await shared({ bytes: 300, blocks: 3, milliseconds: 400 })).toEqual({ who: 'mmm', atOnce: 1 });
});

test('threads that somebody asked for are given blocks from the start', async () => {
  const wanted = await shared({ bytes: 300, blocks: 3, milliseconds: 1 }, { areWanted: true });
  expect(wanted).toEqual({ who: 'ttm', atOnce: 6 });
});

test('where threads that nobody asked for cannot start, the main thread does it all', async () => {
  const starts = (): Promise<AnsweredBlock> => Promise.reject(new Error('no thread'));
  const alone = await shared({ bytes: 1_300, blocks: 7, milliseconds: 100 }, { starts });
  expect(alone).toEqual({ who: 'mmmsmmmm', atOnce: 1 });
});
