import { afterAll, describe, expect, test } from 'vitest';
import { compareWithOracle } from './random/differential.ts';
import { bugs } from './seeded-bugs/bugs.ts';
import { copyWith } from './seeded-bugs/copy.ts';

/** Random programs are worth what they find: each of these mistakes must be found among so many outcomes. */
const outcomes = 100_000;

const found: string[] = [];

describe('mistakes put into the evaluators on purpose are found', () => {
  test.each(bugs)('$file: $name', async (bug) => {
    const { places, evaluator, remove } = await copyWith(bug);
    try {
      expect(places).toBe(1);
      const run = compareWithOracle({ [bug.name]: evaluator }, { outcomes, shrinking: false });
      expect(run.disagreement).toBeDefined();
      found.push(`${bug.name}: after ${run.counts.outcomes} outcomes`);
    } finally {
      remove();
    }
  });

  afterAll(() => {
    console.log([...found, `found ${found.length} of ${bugs.length}`].join('\n'));
  });
});
