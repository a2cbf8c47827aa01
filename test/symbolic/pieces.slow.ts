import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isUnreadable } from '../../engine/tables/unreadable.ts';
import { loadHandbook } from '../../engine/host/load-handbook.ts';
import { link } from '../../engine/program/link.ts';
import { replay } from './replay.ts';

test('every piece of the whole handbook says what the evaluator says', { timeout: 600_000 }, async () => {
  const loaded = await loadHandbook(resolve('policies'));
  if (isUnreadable(loaded)) throw new Error(loaded.unreadable.en);
  const program = link(loaded.handbook, { at: '2026-10-31' });
  const names = Object.values(program.decisions)
    .filter(({ hidden, takes }) => !hidden && takes.length === 0)
    .map(({ name }) => name);
  const { wrong, undecided, replayed, pieces } = replay(program, names);
  console.log(
    `${names.length} decisions, ${pieces} pieces, ${replayed} replayed, not decided: ${undecided.join(', ')}`,
  );
  expect(wrong).toEqual([]);
  expect(undecided.length / names.length).toBeLessThan(0.02);
});
