import { describe, expect, test } from 'vitest';
import { questions } from '../../engine/telling/questions.ts';
import { alikeHandbooks } from '../alike/handbooks.ts';
import { ownHandbook } from '../emit/sql/handbook.ts';
import { randomProgram } from '../random/programs.ts';
import { copyOf } from '../seeded-bugs/copy.ts';
import { alike, alikeOf, type Asks } from './alike.ts';
import { tellingBugs } from './bugs.ts';
import { tellingHandbook } from './handbook.ts';

test('the handbook is explained as the walk explains it', { timeout: 120_000 }, async () => {
  const { compared, difference } = alike(questions, await ownHandbook(), 2, 77);
  console.log(`${String(compared)} explanations compared`);
  expect(difference).toBeUndefined();
});

const small = alikeHandbooks().map(({ program }) => program);

test('small odd handbooks are explained as the walk explains them', () => {
  for (const program of small) expect(alike(questions, program, 20, 5).difference).toBeUndefined();
});

const folders = ['source', 'diagnostic', 'ir', 'value', 'plain', 'evaluate', 'compile', 'telling'];
const own = tellingHandbook();

/** The cheapest way of finding it first. */
function found(asks: Asks): boolean {
  if (alikeOf(asks, own.program, own.rows).difference !== undefined) return true;
  for (let seed = 1; seed <= 100; seed += 1)
    if (alike(asks, randomProgram(seed), 8, seed).difference !== undefined) return true;
  return small.some((program) => alike(asks, program, 10, 5).difference !== undefined);
}

describe('mistakes put into the telling of decisions on purpose are found', () => {
  test.each(tellingBugs)('$file: $name', async (bug) => {
    const { places, remove, load } = copyOf(folders, bug);
    try {
      expect(places).toBe(1);
      const copy = (await load('telling/questions.ts')) as { readonly questions: typeof questions };
      expect(found(copy.questions)).toBe(true);
    } finally {
      remove();
    }
  });
});
