import { expect, test } from 'vitest';
import { runCases } from '../../engine/cases/run.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';
import { format, formatsInAllStyles } from './styles.ts';

test('however a handbook is written, its usual form means the same and keeps the comments', () => {
  formatsInAllStyles(2);
});

test('all cases say the same before and after', () => {
  const texts = Object.entries(policyTexts).map(
    ([path, text]) => [path, text.replaceAll(/(?<=[ {[])0 CNY/g, '0元')] as const,
  );
  const formatted = Object.fromEntries(texts.map(([path, text]) => [path, format(path, text)]));
  const [before, after] = [Object.fromEntries(texts), formatted].map((all) => runCases(handbookOf(all), evaluate));
  expect(after?.results.map(({ outcome }) => outcome)).toEqual(before?.results.map(({ outcome }) => outcome));
  expect(after?.results.length).toBeGreaterThan(200);
});
