import { expect, test } from 'vitest';
import { emitSql, type Dialect } from '../../../engine/emit/sql/sql.ts';
import type { Ir } from '../../../engine/ir/ir.ts';
import type { Decision, Program } from '../../../engine/ir/program.ts';
import { link } from '../../../engine/program/link.ts';
import { handbookOf, policyTexts } from '../../support/policies.ts';

const handbook = link(handbookOf(policyTexts), { at: '2026-10-31' });
const base = handbook.decisions['sales.net'];
if (base?.body.is !== 'ir') throw new Error('the handbook has sales.net');
const { ir } = base.body;

const withDecisions = (decisions: readonly Decision[]): Program => ({
  ...handbook,
  decisions: { ...handbook.decisions, ...Object.fromEntries(decisions.map((each) => [each.name, each])) },
});
const made = (name: string, body: Ir): Decision => ({ ...base, name, body: { is: 'ir', ir: body } });
const read = (name: string): Ir => ({ op: 'decision', name, args: [], type: base.type, origin: base.origin });
const plusOne = (value: Ir): Ir => {
  const one = { op: 'literal', value: { is: 'money', digits: '1', currency: 'CNY' } } as const;
  return {
    op: 'call',
    fn: 'add',
    args: [value, { ...one, type: base.type, origin: base.origin }],
    type: base.type,
    origin: base.origin,
  };
};
const reasons = (program: Program, decisions: readonly string[], dialect: Dialect): readonly string[] =>
  emitSql(program, decisions, dialect, { table: 'facts' }).refused.map(({ decision, code }) => `${decision} ${code}`);

test('a chain of more steps than a query or a stack takes is refused, and what is shorter is said', () => {
  const name = (i: number): string => `chain.d${String(i)}`;
  const chain = Array.from({ length: 2_000 }, (_none, i) => made(name(i), i === 0 ? ir : plusOne(read(name(i - 1)))));
  const program = withDecisions(chain);
  expect(reasons(program, [name(50), name(120), name(1_999)], 'clickhouse')).toEqual([
    'chain.d120 sql/too-deep',
    'chain.d1999 sql/too-deep',
  ]);
  expect(reasons(program, [name(50), name(120), name(1_999)], 'duckdb')).toEqual(['chain.d1999 sql/too-deep']);
});

test('more decisions than PostgreSQL has columns for are refused from the end', () => {
  const names = Array.from({ length: 600 }, (_none, i) => `many.d${String(i)}`);
  const program = withDecisions(names.map((name) => made(name, ir)));
  const { said, refused } = emitSql(program, names, 'postgres', { table: 'facts' });
  expect(said).toEqual(names.slice(0, said.length));
  expect(said.length).toBeGreaterThan(400);
  expect([...new Set(refused.map(({ code }) => code))]).toEqual(['sql/too-wide']);
  expect(emitSql(program, names, 'duckdb', { table: 'facts' }).refused).toEqual([]);
});

test('text grows with what is written, not with the paths through it', () => {
  const name = (i: number): string => `twice.d${String(i)}`;
  const both = (i: number): Ir => {
    const value = read(name(i - 1));
    return { op: 'call', fn: 'add', args: [value, value], type: base.type, origin: base.origin };
  };
  const program = withDecisions(Array.from({ length: 40 }, (_none, i) => made(name(i), i === 0 ? ir : both(i))));
  const lengthOf = (i: number): number => emitSql(program, [name(i)], 'duckdb', { table: 'facts' }).text.length;
  expect(lengthOf(38) / lengthOf(19)).toBeLessThan(3);
});

test('a name that PostgreSQL would cut is refused there alone, of a decision and of a fact', () => {
  const long = `pay.${'提'.repeat(20)}`;
  const fact = handbook.facts['sales.ordered'];
  if (fact === undefined) throw new Error('the handbook has sales.ordered');
  const program = withDecisions([
    made(long, ir),
    made('pay.reads', { op: 'fact', name: long, type: fact.type, origin: fact.origin }),
  ]);
  const facts = { ...program.facts, [long]: { ...fact, name: long } };
  const refused = [`${long} sql/long-name`, 'pay.reads sql/long-name'];
  expect(reasons({ ...program, facts }, [long, 'pay.reads'], 'postgres')).toEqual(refused);
  expect(reasons({ ...program, facts }, [long, 'pay.reads'], 'duckdb')).toEqual([]);
});

test('what comes to a quotient is refused by itself, and read exactly', () => {
  const third: Ir = {
    op: 'call',
    fn: 'divide',
    args: [ir, { op: 'literal', value: { is: 'number', digits: '3' }, type: { is: 'number' }, origin: base.origin }],
    type: base.type,
    origin: base.origin,
  };
  const rounded: Ir = {
    ...{ op: 'round', value: read('pay.third'), to: '0.01', mode: 'half-up', marks: [], declaredBy: 'decision' },
    ...{ type: base.type, origin: base.origin },
  };
  const program = withDecisions([made('pay.third', third), made('pay.rounded', rounded)]);
  const { said, refused, text } = emitSql(program, ['pay.third', 'pay.rounded'], 'duckdb', { table: 'facts' });
  expect([said, refused.map(({ code }) => code)]).toEqual([['pay.rounded'], ['sql/quotient']]);
  expect(text).not.toMatch(/ \/ |round\(|double/i);
});
