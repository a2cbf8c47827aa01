import { expect, test } from 'vitest';
import { examine } from '../../scripts/fuzz/examine.ts';
import { inputOf } from '../../scripts/fuzz/input.ts';

// About ten seconds.
const inputs = 200;

test(`${inputs} handbooks that were changed at random break nothing`, () => {
  const failures = Array.from({ length: inputs }, (_, seed) => ({ seed, failure: examine(inputOf(seed)) }));
  expect(failures.filter(({ failure }) => failure !== undefined)).toEqual([]);
});
