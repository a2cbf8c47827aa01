/** Questions to a worker: the most urgent goes first, and what nobody wants any more is never asked. */
import { expect, test } from 'vitest';
import { takingTurns } from '../../../editor/web/language/turns.ts';

test('one at a time, the most urgent first, the earlier of equals first', async () => {
  const inTurn = takingTurns();
  const asked: string[] = [];
  let underWay = 0;
  const ask = (name: string) => async (): Promise<string> => {
    underWay += 1;
    expect(underWay).toBe(1);
    asked.push(name);
    await Promise.resolve();
    underWay -= 1;
    return name;
  };
  const answers = await Promise.all([
    inTurn(3, ask('first, since nobody else is there')),
    inTurn(3, ask('colours')),
    inTurn(1, ask('words')),
    inTurn(2, ask('form'), () => false),
    inTurn(1, ask('more words')),
    inTurn(0, ask('findings')),
  ]);
  const order = ['first, since nobody else is there', 'findings', 'words', 'more words', 'colours'];
  expect(asked).toEqual(order);
  expect(answers).toEqual([order[0], 'colours', 'words', undefined, 'more words', 'findings']);
});

test('one that fails tells only its own asker', async () => {
  const inTurn = takingTurns();
  const failing = inTurn(0, () => Promise.reject(new Error('broken')));
  const next = inTurn(1, () => Promise.resolve('answer'));
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('answer');
});
