import { expect, test } from 'vitest';
import { emitModule } from '../../../engine/emit/module/module.ts';
import { link } from '../../../engine/program/link.ts';
import { compareWithOracle } from '../../random/differential.ts';
import { handbookOf, policyTexts } from '../../support/policies.ts';
import { compareByTexts } from './by-texts.ts';
import { byUnits } from './by-units.ts';
import { insideOf } from './emitted.ts';

// In this one a decision whose flags no plain case raises is asked after one whose flags were raised.
test('the flags of an earlier question are not told again', { timeout: 60_000 }, () => {
  const run = compareWithOracle({ byUnits: byUnits({ asked: 0, answered: 0 }) }, { outcomes: 40, from: 3_000_314 });
  expect(run.disagreement?.report).toBeUndefined();
});

test('whole units of random programs come to what the oracle says', { timeout: 60_000 }, () => {
  const use = { asked: 0, answered: 0 };
  const run = compareWithOracle({ byUnits: byUnits(use) }, { outcomes: 1_200, from: 90_000 });
  expect(run.disagreement?.report).toBeUndefined();
  expect(use.answered).toBeGreaterThan(80);
});

test.each([
  ['an end of a span moved', / <= (\d+)\) \{/g, ' < $1) {'],
  ['a half rounded down', /Math\.floor\(\((\w+) \+ \d+\)/g, 'Math.floor(($1)'],
  ['a flag forgotten', /flags \|= 1;/g, ';'],
  ['a sign', / - (\w+);/g, ' + $1;'],
])('a module that is wrong is found out: %s', { timeout: 60_000 }, (_name, find, by) => {
  const wrong = byUnits({ asked: 0, answered: 0 }, (text) => {
    const from = text.indexOf('export const units');
    const to = text.indexOf('/** What the handbook says');
    return text.slice(0, from) + text.slice(from, to).replace(find, by) + text.slice(to);
  });
  const run = compareWithOracle({ wrong }, { outcomes: 3_000, from: 90_100, shrinking: false });
  expect(run.disagreement?.report).toContain('wrong and the oracle disagree');
});

const program = link(handbookOf(policyTexts), { at: '2026-10-31' });

test('what is no whole unit in its range is left to the exact part', () => {
  const { units, prepare } = insideOf(emitModule(program, ['commission.head.amount'], { from: '2026-01-01' }).text);
  const door = units['commission.head.amount'];
  if (door === undefined) throw new Error('the decision has plain cases');
  expect(door.facts.map(({ name }) => name)).toEqual([
    'sales.completion',
    'sales.ordered',
    'sales.returned',
    'sales.target',
  ]);
  const of = (...facts: readonly unknown[]): unknown => door.of(...facts);
  expect(of(1_100_000, 8_800_000, 800_000, undefined)).toBe(320_000);
  expect(door.flags()).toEqual(['commission.head#between-100-and-120']);
  expect(of(1_100_000, 8_800_000, 800_000, null)).toBe(320_000);
  // Given, but not what follows from the others: an error, which evaluate tells.
  expect(of(1_100_000, 8_800_000, 800_000, 100)).toBeUndefined();
  for (const wrong of [NaN, Infinity, -1, 0.5, 2 ** 53, 1e15, '8800000', true, 88n, {}, null, undefined]) {
    expect([wrong, of(1_100_000, wrong, 800_000)]).toEqual([wrong, undefined]);
    if (wrong !== null && wrong !== undefined)
      expect([wrong, of(wrong, 8_800_000, 800_000)]).toEqual([wrong, undefined]);
  }
  const rows = prepare(['commission.head.amount'], ['sales.completion', 'sales.ordered', 'sales.returned']);
  expect(rows.run(['110%', '88000 CNY', '8000 CNY'])).toEqual(['3200.00 CNY']);
  expect(rows.flags(0)).toEqual(['commission.head#between-100-and-120']);
  const into: (string | undefined)[] = [];
  expect(rows.run(['110%', '8.8万元', '8000 CNY'], into)).toBe(into);
  expect(into).toEqual([undefined]);
  expect(rows.flags(0)).toEqual([]);
  expect(() => prepare(['commission.head.amuont'], [])).toThrow(RangeError);
  expect(() => prepare([], ['toString'])).toThrow(RangeError);
});

test(
  'in random rows of a handbook units, texts and rows of texts say what the engine says',
  { timeout: 60_000 },
  () => {
    const { wrong, counts } = compareByTexts(program, { rows: 20, seed: 1 });
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(counts.decisions).toBeGreaterThan(30);
    expect(counts.byUnits).toBeGreaterThan(counts.rows / 2);
    expect(counts.flagged).toBeGreaterThan(20);
  },
);
