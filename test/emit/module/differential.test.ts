import { expect, test } from 'vitest';
import { compareWithOracle } from '../../random/differential.ts';
import { emitted, emittedWith } from './emitted.ts';

test('modules of random programs say what the oracle says', { timeout: 60_000 }, () => {
  const run = compareWithOracle({ emitted }, { outcomes: 1_500, from: 40_000 });
  expect(run.disagreement?.report).toBeUndefined();
});

test('a module that is wrong is found out', { timeout: 60_000 }, () => {
  const wrong = emittedWith((text) => text.replaceAll("sign === '<'", "sign === '<='"));
  const run = compareWithOracle({ wrong }, { outcomes: 1_500, from: 40_000, shrinking: false });
  expect(run.disagreement?.report).toContain('wrong and the oracle disagree');
});
