import { expect, test } from 'vitest';
import { findingsOf } from '../../engine/findings/decision.ts';
import { link } from '../../engine/program/link.ts';
import { positionOf } from '../../engine/proof/line.ts';
import { compareExact } from '../../engine/value/exact.ts';
import { readValue } from '../../engine/value/read.ts';
import { found, replayed, small } from './small.ts';

const formula = (...decisions: readonly string[]): string => `kind: formula\ndecisions:\n  ${decisions.join('\n  ')}\n`;
const x = (value: string, side: 'at-least' | 'at-most', limit: string, more = ''): string =>
  formula(`x: { value: ${JSON.stringify(value)}, ${side}: ${JSON.stringify(limit)}${more} }`, `y: { value: ${limit} }`);
const other = (pay: string): string => formula(`pay: { value: ${JSON.stringify(pay)} }`);

interface Case {
  readonly says: string;
  readonly policy: string;
  readonly other?: string;
  /** Without one it is proved. */
  readonly told?: 'beyond-limit' | 'not-decided';
}

const cases: readonly Case[] = [
  {
    says: 'a cap that stays above a floor',
    policy: x('max(150 CNY - returned * 1%, 50 CNY)', 'at-least', 'o.pay'),
    other: other('min(sales * 1%, 50 CNY)'),
  },
  {
    says: 'a cap that sinks below a floor',
    policy: x('max(150 CNY - returned * 1%, 50 CNY)', 'at-least', 'o.pay'),
    other: other('min(sales * 1%, 60 CNY)'),
    told: 'beyond-limit',
  },
  {
    says: 'a later grade that never gets less',
    policy: x('if sales < 100 CNY then sales * 2% else sales * 3%', 'at-least', 'o.pay'),
    other: other('if sales < 100 CNY then sales * 1% else sales * 3%'),
  },
  {
    says: 'a later grade whose tier was shifted',
    policy: x('if sales < 101 CNY then sales * 2% else sales * 3%', 'at-least', 'o.pay'),
    other: other('if sales < 100 CNY then sales * 1% else sales * 3%'),
    told: 'beyond-limit',
  },
  {
    says: 'what is rounded alike keeps the order that it had before',
    policy: x('sales * 1.2346%', 'at-least', 'o.pay'),
    other: other('sales * 1.2345%'),
  },
  {
    says: 'a sum with a rounded value',
    policy: x('o.pay + returned * 1%', 'at-least', 'o.pay'),
    other: other('sales * 1.2345%'),
  },
  { says: 'a share of a fact', policy: x('sales * share', 'at-most', 'sales') },
  {
    says: 'a share above what is left',
    policy: x('sales * share', 'at-most', 'sales * 50%'),
    told: 'beyond-limit',
  },
  {
    says: 'rounding within a limit that is no multiple of the step',
    policy: x('sales', 'at-most', 'sales', ', round: { to: 1 CNY, mode: down }'),
    told: 'not-decided',
  },
  {
    says: 'rounding beyond such a limit',
    policy: x('sales', 'at-most', 'sales', ', round: { to: 1 CNY, mode: up }'),
    told: 'beyond-limit',
  },
  {
    says: 'nothing is compared where the limit has no value',
    policy: x('0 CNY', 'at-least', 'o.pay'),
    other: `requires:\n  - { that: sales <= returned, says: { en: R, zh: 退 } }\n${other('sales - returned')}`,
  },
  {
    says: 'nothing is compared where the decision does not apply',
    policy: `applies-when: sales <= returned\n${x('0 CNY', 'at-least', 'o.pay')}`,
    other: other('sales - returned'),
  },
  {
    says: 'a proposal of a person inside its range',
    policy: formula('x: { left-to: { by: manager, allowed: "[50 CNY .. 100 CNY]", proposed: sales }, at-most: o.pay }'),
    other: other('100 CNY + returned'),
  },
  { says: 'a list', policy: x('sum of a for a in amounts', 'at-least', '0 CNY'), told: 'not-decided' },
  {
    says: 'an element of a list',
    policy: `each: a in amounts\n${formula('x: { value: a * 2, at-least: a * 1 }')}`,
    told: 'not-decided',
  },
];

test.each(cases)('$says', ({ policy, other: beside, told }) => {
  const handbook = small(policy, beside);
  const wrong = handbook.diagnostics.filter(({ severity }) => severity === 'error');
  expect(wrong.map(({ message }) => message.en)).toEqual([]);
  const said = found(handbook).filter(({ code }) => /beyond-limit|not-decided/.test(code));
  expect(said.map(({ code }) => code)).toEqual(told === undefined ? [] : [`proof/${told}`]);
  if (told !== 'beyond-limit') return;
  const [value, limit] = ['t.x', 't.y'].map((name) => replayed(handbook, name, said[0]!.diagnostic));
  const program = link(handbook, { at: '2026-10-31' });
  const [kept] = findingsOf('t.x', program).limits;
  expect(kept?.kept).toMatchObject({ value: value?.value, limit: limit?.value });
  const [at, end] = [value, limit].map((one) => positionIn(one?.value ?? ''));
  const order = compareExact(at!, end!);
  expect(kept?.limit.side === 'at-most' ? order : -order).toBeGreaterThan(0);

  function positionIn(text: string): ReturnType<typeof positionOf> {
    const read = readValue(text, { is: 'money', currency: program.currency }, program);
    return read.is === 'invalid' ? undefined : positionOf(read);
  }
});

test('a limit that changes on a day is looked at on both sides of it', () => {
  const second = other('sales * 1%');
  const told = (first: string): readonly string[] =>
    found(small(x('50 CNY', 'at-most', 'o.pay'), other(first), second)).map(({ code }) => code);
  expect(told('60 CNY')).toEqual(['proof/beyond-limit']);
  const both = found(small(x('50 CNY', 'at-most', 'o.pay'), other('40 CNY + returned'), second));
  expect(both.map(({ diagnostic: { witness } }) => Object.keys(witness ?? {}))).toEqual([['sales'], ['returned']]);
});

test('a limit of what has no order, or of another type, is refused', () => {
  const codes = (policy: string): readonly string[] => small(policy).diagnostics.map(({ code }) => code);
  expect(codes(formula('x: { value: express, at-least: express }'))).toContain('handbook/no-limits');
  expect(codes(formula('x: { value: sales, at-most: share }'))).toContain('expression/wrong-type');
});
