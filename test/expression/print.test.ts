import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell, Expr } from '../../engine/expression/ast.ts';
import { parseCell, parseExpression } from '../../engine/expression/parse.ts';
import { printCell, printExpression } from '../../engine/expression/print.ts';
import { anyCell, anyExpr } from './arbitrary.ts';
import { sourceOf } from './text.ts';

/** The same without places, which is all that printing may change. */
function bare(node: Expr | Cell): unknown {
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => (/^(?:span|.*Span)$/.test(key) ? undefined : value)));
}

test('what is printed reads as the same tree, and prints the same again', () => {
  fc.assert(
    fc.property(anyExpr, (expr) => {
      const text = printExpression(expr);
      const read = parseExpression(sourceOf(text));
      expect(read.diagnostics.map(({ message }) => `${message.en} in ${text}`)).toEqual([]);
      expect(bare(read.expr)).toEqual(bare(expr));
      expect(printExpression(read.expr)).toBe(text);
    }),
    { numRuns: 3_000 },
  );
});

test('a printed cell reads as the same cell, and prints the same again', () => {
  fc.assert(
    fc.property(anyCell, (cell) => {
      const text = printCell(cell);
      const read = parseCell(sourceOf(text));
      expect(read.diagnostics.map(({ message }) => `${message.en} in ${text}`)).toEqual([]);
      expect(bare(read.cell)).toEqual(bare(cell));
      expect(printCell(read.cell)).toBe(text);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['((a)) + (b * c)', 'a + b * c'],
  ['(a + b) * c', '(a + b) * c'],
  ['a - (b - c) - (d)', 'a - (b - c) - d'],
  ['(a or b) and not (c)', '(a or b) and not c'],
  ['not (a = b)', 'not a = b'],
  ['(not a) = b', '(not a) = b'],
  ['-(a) * -(b + c)', '-a * -(b + c)'],
  ['if (a) then (b) else (if c then d else e)', 'if a then b else if c then d else e'],
  ['(if a then b else c) + 1', '(if a then b else c) + 1'],
  ['1 + (sum of a for a in b where (c))', '1 + (sum of a for a in b where c)'],
  ['( quota  on (d+1 day) )>3', 'quota on d + 1 day > 3'],
  ['x in [30%..50%)', 'x in [30% .. 50%)'],
  ['x in [5 ..)', 'x in [5 ..)'],
  ['5万元+￥3+3个月', '¥50000 + ¥3 + 3 个月'],
  ['如果 a ≥ b 且 非 c 则 “是” 否则 "否"', 'if a >= b and not c then "是" else "否"'],
  ['{a:1,b:[x,y]}', '{a: 1, b: [x, y]}'],
  ['"\\"\\\\"', '"\\"\\\\"'],
])('%s prints as %s', (text, printed) => {
  expect(printExpression(parseExpression(sourceOf(text)).expr)).toBe(printed);
});

test.each([
  ['[5 ..)', '>= 5'],
  ['(.. 5)', '< 5'],
  ['≥120%', '>= 120%'],
  ['[ 30%..50% )', '[30% .. 50%)'],
  ['{ A,B }', '{A, B}'],
  ['any', 'any'],
  ['!=paid', '!= paid'],
])('the cell %s prints as %s', (text, printed) => {
  expect(printCell(parseCell(sourceOf(text)).cell)).toBe(printed);
});
