import { describe, expect, test } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import type { Cell } from '../../engine/compile/reader.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { decisionOf, programWith } from '../support/ir.ts';
import { readIr, type Notation } from '../support/notation.ts';

const rate: Notation = {
  bands: 'slab',
  by: '$share',
  tiers: [
    ['[0% .. 30%]', '0%'],
    ['(30% .. 31%)', { mark: ['t#fills'], value: '0%' }],
    ['[31% .. 100%]', '1.5%'],
    ['> 120%', '2%'],
  ],
};
const world = programWith([]);
const program = programWith([
  decisionOf('t.x', readIr({ round: ['*', rate, '$pay'], to: '0.01', mode: 'half-up' }, world)),
  decisionOf('t.third', readIr(['/', '$pay', '3'], world)),
  decisionOf('t.late', readIr(['or', '$closed', ['=', '$grade', 'grade.A']], world)),
  decisionOf('t.day', readIr(['+', '$day', '1 day'], world)),
]);
const compiled = compile(program);
const names = ['share', 'pay', 'closed', 'grade', 'day'];
const reader = compiled.reader(names);
const rowOf = (texts: readonly string[]): readonly Cell[] => {
  const row: Cell[] = [];
  reader.read(texts, row);
  return row;
};

test('amounts are read as whole numbers of units, words as they are', () => {
  expect(rowOf(['30.5%', '12.50 CNY', 'true', 'A', '2026-12-31'])).toEqual([305_000, 1250, 1, 'A', '2026-12-31']);
  expect(rowOf(['', '', '', '', ''])).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(rowOf(['30％', '¥12.5', '是', 'Above target', '2026-12-31'])).toEqual([300_000, 1250, 1, 'A', '2026-12-31']);
});

test('what cannot be a whole number stays a value', () => {
  const [share, pay, truth, grade, day] = rowOf(['33.333333333%', '-1 CNY', 'maybe', 'Z', '2026-02-30']);
  expect(share).toEqual({ is: 'percent', digits: '0.33333333333' });
  expect([pay, truth, grade, day]).toMatchObject([
    { code: 'fact/out-of-range' },
    { code: 'fact/wrong-type' },
    { code: 'fact/unknown-member' },
    { code: 'fact/no-such-day' },
  ]);
});

describe('rows', () => {
  const prepared = compiled.prepare('t.x', names);
  test.each([
    [['50%', '0.99 CNY', '', '', ''], 1, []],
    [['50%', '1.00 CNY', '', '', ''], 2, []],
    [['30.01%', '1.00 CNY', '', '', ''], 0, ['t#fills']],
    [['120.0001%', '1000.00 CNY', '', '', ''], 2000, []],
    // Between two tiers, absent, too fine, too long, out of range: the whole engine is asked.
    [['120%', '1000.00 CNY', '', '', ''], undefined, []],
    [['', '1000.00 CNY', '', '', ''], undefined, []],
    [['50.00001%', '1.00 CNY', '', '', ''], undefined, []],
    [['50%', '9007199254740992.00 CNY', '', '', ''], undefined, []],
    [['50%', '-1.00 CNY', '', '', ''], undefined, []],
    [['50%', '1.00 CNY', '', '', ''], 2, []],
  ])('%j gives %j', (texts, value, flags) => {
    const row = rowOf(texts);
    expect(prepared.run(row)).toBe(value);
    if (value !== undefined) expect(prepared.flags(prepared.bits())).toEqual(flags);
    const facts = readFacts(program, Object.fromEntries(names.map((name, i) => [name, texts[i]! || null])));
    expect(prepared.outcome(row)).toEqual(compiled.evaluate('t.x', facts));
  });

  test('has the decimals of its rounding', () => {
    expect(prepared.scale).toBe(2);
  });
});

test('a quotient that does not come out even is left to the whole engine', () => {
  const prepared = compiled.prepare('t.third', ['pay']);
  expect(prepared.run([100])).toBeUndefined();
  expect(prepared.outcome([100]).value).toBe('1/3 * 1 CNY');
});

test('truth and words', () => {
  const late = compiled.prepare('t.late', ['closed', 'grade']);
  expect([late.run([undefined, 'A']), late.run([1, undefined]), late.run([0, 'B'])]).toEqual([true, true, false]);
  const next = compiled.prepare('t.day', ['day']);
  expect([next.run(['2026-12-31']), next.run(['9999-12-31'])]).toEqual(['2027-01-01', undefined]);
});
