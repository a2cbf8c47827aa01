/** A text that was parsed before says the same elsewhere, with the places of there. */
import { expect, test } from 'vitest';
import { parseCell, parseExpression } from '../../engine/expression/parse.ts';

const at = (text: string, file: string, start: number) => ({
  file,
  text,
  offsets: Array.from({ length: text.length + 1 }, (_, i) => start + i),
});

const texts = [
  'if sales.net >= 500 CNY then 2.5% else 0%',
  'sum of o.amount for o in orders where o.status = paid',
  'round(a.b / 3, 0.01 CNY, half-up)',
  '[a, b]',
];
const cells = ['[30% .. 50%)', '> 120%', '{A, B}', 'any', '是'];

test.each([
  ...texts.map((text) => [text, parseExpression] as const),
  ...cells.map((text) => [text, parseCell] as const),
])('%s', (text, parse) => {
  const first = parse(at(text, 'a.yaml', 10));
  const again = parse(at(text, 'b.yaml', 1000));
  // Its first reading, with the places written anew.
  const expected = JSON.stringify(first).replaceAll(
    /"file":"a.yaml","start":(\d+),"end":(\d+)/g,
    (_, start: string, end: string) =>
      `"file":"b.yaml","start":${String(Number(start) + 990)},"end":${String(Number(end) + 990)}`,
  );
  expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(expected));
  expect(expected).toContain('"file":"b.yaml"');
});

test('a mistake is told at each place, and a text that does not stand as it reads is read where it stands', () => {
  const starts = [3, 900].map((start) => parseExpression(at('1 +', 'a.yaml', start)).diagnostics[0]?.span.start);
  expect(starts[1]).toBe((starts[0] ?? NaN) + 897);
  const folded = { ...at('a + bc', 'a.yaml', 0), offsets: [0, 1, 2, 3, 9, 10, 11] };
  expect(parseExpression(at('a + bc', 'a.yaml', 0)).expr.span.end).toBe(6);
  expect(parseExpression(folded).expr.span.end).toBe(11);
});
