import fc from 'fast-check';
import { expect } from 'vitest';
import { commentsOf } from '../../engine/format/comments.ts';
import { formatPolicy } from '../../engine/format/format.ts';
import { spellingOf } from '../../engine/format/spelling.ts';
import type { Handbook } from '../../engine/program/handbook.ts';
import { link } from '../../engine/program/link.ts';
import { readFile } from '../../engine/program/read.ts';
import { sameMeaning } from '../../engine/review/meaning.ts';
import { sourceFile } from '../../engine/source/source-file.ts';
import { random } from '../random/random.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';
import { restyled, type Style } from './restyle.ts';

const policies = handbookOf(policyTexts);
const spelling = spellingOf(policies);
/** The usual form of a file of the handbook. */
export const format = (path: string, text: string): string => {
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

/** However the handbook is written, its usual form means the same and keeps the comments. */
export function formatsInAllStyles(runs: number): void {
  fc.assert(
    fc.property(style, (written) => {
      const texts = Object.entries(policyTexts).map(([path, text]) => {
        const other = restyled(text, written);
        // YAML allows a few styles that handbooks refuse: a text that is folded before a dash, or by a comment.
        return [path, isRead(path, other) ? other : text] as const;
      });
      expect(texts.filter(([path, text]) => text !== policyTexts[path]).length).toBeGreaterThan(texts.length / 2);
      const formatted = texts.map(([path, text]) => [path, format(path, text)] as const);
      for (const [i, [path, text]] of formatted.entries()) {
        expect(commentsOf(sourceFile(path, text))).toEqual(commentsOf(sourceFile(path, texts[i]?.[1] ?? '')));
        expect(format(path, text)).toBe(text);
      }
      const handbook = handbookOf(Object.fromEntries(formatted));
      expect(handbook.diagnostics).toEqual([]);
      expect(sameMeaning(programOf(handbook), programOf(policies))).toBe(true);
    }),
    { numRuns: runs },
  );
}

const isRead = (path: string, text: string): boolean =>
  readFile(sourceFile(path, text)).diagnostics.every(({ severity }) => severity !== 'error');
const programOf = (handbook: Handbook): unknown => link(handbook, { at: '2026-10-31' });
