import { expect, test } from 'vitest';
import { rulesEngineOf } from '../../../engine/json-rules.ts';
import { randomProgram } from '../../random/programs.ts';
import { compareRules, opened } from './agree.ts';

function* programs(from: number): Iterable<ReturnType<typeof randomProgram>> {
  for (let seed = from; ; seed += 1) yield opened(randomProgram(seed));
}

test('json-rules-engine answers what the evaluator answers', async () => {
  const { outcomes, statuses, difference } = await compareRules(rulesEngineOf, programs(1), {
    factsEach: 8,
    outcomes: 1_000,
  });
  expect(difference).toBeUndefined();
  expect(outcomes).toBeGreaterThanOrEqual(1_000);
  expect([...statuses.keys()].sort()).toEqual(['determined', 'error', 'not-applicable', 'undetermined']);
});
