import { expect, test } from 'vitest';
import { examine } from '../../scripts/fuzz/examine.ts';
import { inputOf } from '../../scripts/fuzz/input.ts';

const seconds = 10;

test(`what is changed at random breaks nothing, for ${seconds} seconds`, () => {
  const end = performance.now() + seconds * 1_000;
  const failures: unknown[] = [];
  let tried = 0;
  for (let seed = 1; performance.now() < end; seed += 1) {
    const failure = examine(inputOf(seed));
    if (failure !== undefined) failures.push({ seed, ...failure });
    tried += 1;
  }
  console.log(`${tried} inputs tried`);
  expect(failures).toEqual([]);
  expect(tried).toBeGreaterThan(50);
});
