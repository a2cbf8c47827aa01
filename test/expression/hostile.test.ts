import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Expr } from '../../engine/expression/ast.ts';
import { parseCell, parseExpression } from '../../engine/expression/parse.ts';
import { printCell, printExpression } from '../../engine/expression/print.ts';
import { within } from '../support/soon.ts';
import { sourceOf } from './text.ts';

const second = 1000;

const hostile: Readonly<Record<string, string>> = {
  'a hundred thousand characters': 'a'.repeat(100_000),
  'ten thousand brackets': '('.repeat(10_000),
  'ten thousand pairs of brackets': '(['.repeat(5_000) + '])'.repeat(5_000),
  'brackets below the limit of length': '('.repeat(1_000) + ')'.repeat(999),
  negations: 'not '.repeat(1_900),
  minuses: `${'-'.repeat(1_900)}a`,
  'nested conditions': 'if a then '.repeat(400),
  'nested alternatives': 'if a then b else '.repeat(300),
  'nested aggregates': 'sum of '.repeat(900),
  'a long sum': `a${'+a'.repeat(999)}`,
  'a long chain of comparisons': `a${'<a'.repeat(999)}`,
  'signs without a meaning': '@'.repeat(9_999),
  'signs without a meaning, apart': '@ '.repeat(900),
  dots: '.'.repeat(9_999),
  quotes: '"'.repeat(1_999),
  'an unclosed text of escapes': `"${'\\"'.repeat(4_990)}`,
  'wrong escapes': `"${'\\n'.repeat(4_990)}"`,
  'a name that never ends well': 'a-'.repeat(5_000),
  'a number of ten thousand digits': '1'.repeat(10_000),
  'separated digits': `1${',000'.repeat(2_400)}`,
  blanks: `a${' '.repeat(9_990)}b`,
  'half a phrase and blanks': `is${' '.repeat(90)}`.repeat(100),
  'values without signs': 'a b '.repeat(450),
  'arguments without signs': `f(${'a b, '.repeat(450)})`,
  'full-width signs': '（）'.repeat(900),
  'curly quotes': '“'.repeat(1_900),
  'a bracket around a phrase that ends in its middle': '(sum of…for',
  'the same in a list': '[sum of…for',
  'halves of surrogate pairs': '\ud800\udc00\ud842 \udfff'.repeat(400),
};

test.each(Object.entries(hostile))('%s: told within a second, without an accident', (_name, text) => {
  const { expr, diagnostics } = within(second, () => parseExpression(sourceOf(text)));
  const cell = within(second, () => parseCell(sourceOf(text)));
  expect([typeof expr, typeof cell.cell]).toEqual(['object', 'object']);
  if (!/^a\+/.test(text)) {
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(cell.diagnostics.length).toBeGreaterThan(0);
  }
});

test('length is measured before anything is read', () => {
  const told = (text: string): unknown => parseExpression(sourceOf(text)).diagnostics.map(({ code }) => code);
  expect(told('a'.repeat(10_000))).toEqual([]);
  expect(told('a'.repeat(10_001))).toEqual(['expression/too-long']);
  expect(told(`a${' + a'.repeat(999)}`)).toEqual([]);
  expect(told(`a${' + a'.repeat(1_000)}`)).toEqual(['expression/too-long']);
});

test('depth is measured before anything is read', () => {
  const nested = (depth: number): readonly string[] =>
    parseExpression(sourceOf(`${'('.repeat(depth)}a${')'.repeat(depth)}`)).diagnostics.map(({ code }) => code);
  expect(nested(100)).toEqual([]);
  expect(nested(101)).toEqual(['expression/too-deep']);
});

const words = [
  ...[
    'if',
    'then',
    'else',
    'and',
    'or',
    'not',
    'in',
    'not in',
    'is known',
    'is',
    'sum of',
    'any of',
    'first of',
    'for',
  ],
  ...[
    'where',
    'by',
    'on',
    'true',
    'none',
    'any',
    'a',
    'b.c',
    '完成率',
    '且',
    '如果',
    '5',
    '30%',
    '万元',
    '¥',
    'CNY',
    '%',
  ],
  ...['"t"', '"', "'", '2027-01-04', '9:00', '1,000', '+', '-', '*', '/', '=', '<', '>=', '!=', '&&', '!', ',', ':'],
  ...['(', ')', '[', ']', '{', '}', '..', '.', '（', '）', '，', '@', '\\', '…'],
];
const jumble = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom('', ' ')), { maxLength: 24 })
  .map((parts) => parts.flat().join(''));

test('whatever is typed gives a tree with all its places, or says why not', () => {
  fc.assert(
    fc.property(fc.oneof(jumble, fc.string({ unit: 'binary', maxLength: 40 })), (text) => {
      const { expr, diagnostics } = parseExpression(sourceOf(text));
      const { cell, diagnostics: cellDiagnostics } = parseCell(sourceOf(text));
      expect(typeof printExpression(expr) + typeof printCell(cell)).toBe('stringstring');
      for (const { span, fixes } of [...diagnostics, ...cellDiagnostics]) {
        for (const place of [span, ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span))]) {
          expect(place.start).toBeGreaterThanOrEqual(0);
          expect(place.start).toBeLessThanOrEqual(place.end);
          expect(place.end).toBeLessThanOrEqual(text.length);
        }
      }
      checkPlaces(expr, text.length);
      if (hasMissing(expr)) expect(diagnostics.some(({ blocks }) => blocks)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

/** Everything in the tree that has a place lies in the text, and inside what holds it. */
function checkPlaces(node: unknown, length: number): void {
  if (typeof node !== 'object' || node === null) return;
  if ('start' in node && 'end' in node) {
    const { start, end } = node as { readonly start: number; readonly end: number };
    expect(start >= 0 && start <= end && end <= length).toBe(true);
  }
  for (const part of Object.values(node)) checkPlaces(part, length);
}

function hasMissing(expr: Expr): boolean {
  return JSON.stringify(expr).includes('"syntax":"missing"');
}
