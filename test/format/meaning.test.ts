import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runCases } from '../../engine/cases/run.ts';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { commentsOf } from '../../engine/format/comments.ts';
import { formatPolicy } from '../../engine/format/format.ts';
import { spellingOf } from '../../engine/format/spelling.ts';
import type { Handbook } from '../../engine/program/handbook.ts';
import { link } from '../../engine/program/link.ts';
import { sameMeaning } from '../../engine/review/meaning.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { random } from '../random/random.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';
import { restyled, type Style } from './restyle.ts';

const policies = handbookOf(policyTexts);
const spelling = spellingOf(policies);
const format = (path: string, text: string): string => {
  const { text: formatted, diagnostics } = formatPolicy(sourceFile(path, text), spelling);
  expect(diagnostics).toEqual([]);
  return formatted;
};

const style: fc.Arbitrary<Style> = fc.record({
  indentation: fc.constantFrom(1, 2, 3, 4, 8),
  width: fc.constantFrom(0, 30, 80, 1_000),
  ends: fc.constantFrom('\n', '\r\n'),
  choices: fc.nat().map((seed) => {
    const chance = random(seed);
    return () => chance.below(100);
  }),
});

test('however a handbook is written, its usual form means the same and keeps the comments', () => {
  fc.assert(
    fc.property(style, (written) => {
      const texts = Object.entries(policyTexts).map(([path, text]) => [path, restyled(text, written)] as const);
      const formatted = texts.map(([path, text]) => [path, format(path, text)] as const);
      for (const [i, [path, text]] of formatted.entries()) {
        expect(commentsOf(sourceFile(path, text))).toEqual(commentsOf(sourceFile(path, texts[i]?.[1] ?? '')));
        expect(format(path, text)).toBe(text);
      }
      const handbook = handbookOf(Object.fromEntries(formatted));
      expect(handbook.diagnostics).toEqual([]);
      expect(sameMeaning(programOf(handbook), programOf(policies))).toBe(true);
    }),
    { numRuns: 12 },
  );
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

const programOf = (handbook: Handbook): unknown => link(handbook, { at: '2026-10-31' });
