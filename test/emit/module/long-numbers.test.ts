import { expect, test } from 'vitest';
import { emitModule } from '../../../engine/emit/module/module.ts';
import { evaluate } from '../../../engine/evaluate/evaluate.ts';
import { readHandbook } from '../../../engine/program/handbook.ts';
import { link } from '../../../engine/program/link.ts';
import { sourceFile } from '../../../engine/source/source-file.ts';
import { readFacts } from '../../../engine/value/facts.ts';
import { texts } from '../../../bench/policy.ts';
import { outcomeOf } from './by-units.ts';
import { insideOf } from './emitted.ts';

const at = '2026-10-31';
const limit = '9007199254740991';

/** Facts that may be as long as a double holds exactly, and decisions that make them longer. */
const changed: Readonly<Record<string, string>> = {
  'handbook.yaml': texts['handbook.yaml'] ?? '',
  'facts.yaml': `
kind: vocabulary
title: { en: Facts, zh: 事实 }
facts:
  a: { type: number, range: "[-${limit} .. ${limit}]", scale: 0, title: { en: A, zh: A } }
  b: { type: number, range: "[-${limit} .. ${limit}]", scale: 0, title: { en: B, zh: B } }
  c: { type: number, scale: 2, title: { en: C, zh: C } }
`,
  'long.yaml': `policy: long
kind: formula
version: 1
effective: { from: 2023-01-01 }
published: 2022-12-20
title: { en: Long, zh: 长 }
scope: bench
round: { to: 0.01, mode: half-up }
decisions:
  sum: { title: { en: Sum, zh: 和 }, value: a + b }
  difference: { title: { en: Difference, zh: 差 }, value: a - b * 2 }
  product: { title: { en: Product, zh: 积 }, value: a * b }
  share: { title: { en: Share, zh: 比 }, value: a / b + c }
  half: { title: { en: Half, zh: 半 }, value: a * 0.005 - c * 0.5 }
  greater: { title: { en: Greater, zh: 大 }, value: "max(a, b / 3)" }
`,
};

test('numbers at the end of what a double holds are exact, or left to exact numbers', { timeout: 30_000 }, () => {
  const handbook = readHandbook(Object.entries(changed).map(([name, text]) => sourceFile(name, text)));
  expect(handbook.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const program = link(handbook, { at });
  const { units, evaluate: evaluateText } = insideOf(
    emitModule(program, Object.keys(program.decisions), { from: at }).text,
  );
  const wholes = [
    limit,
    '9007199254740990',
    '4503599627370496',
    '4503599627370495',
    '3002399751580331',
    '94906267',
    '3',
    '1',
    '0',
  ];
  const ends = wholes.flatMap((whole) => (whole === '0' ? [whole] : [whole, `-${whole}`]));
  const wrong: unknown[] = [];
  let [answered, left] = [0, 0];
  for (const [name, door] of Object.entries(units))
    for (const a of ends)
      for (const b of ends)
        for (const c of ['-0.01', '10000000000']) {
          const given = { a, b, c };
          const facts = readFacts(program, given);
          const expected = evaluate(program, name, facts);
          const found = outcomeOf(door, name, facts.values, program);
          if (found === undefined) left += 1;
          else answered += 1;
          for (const one of [evaluateText(name, given, { at }), found ?? expected])
            if (JSON.stringify(one) !== JSON.stringify(expected)) wrong.push({ name, given, one, expected });
        }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(Object.keys(units)).toHaveLength(6);
  expect(answered).toBeGreaterThan(500);
  expect(left).toBeGreaterThan(500);
});
