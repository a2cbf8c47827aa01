import { expect, test } from 'vitest';
import { evaluate } from '../../engine/evaluate/evaluate.ts';
import { findingsOf } from '../../engine/findings/decision.ts';
import type { Program } from '../../engine/ir/program.ts';
import { link } from '../../engine/program/link.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { readValue } from '../../engine/value/read.ts';
import { placeOf } from '../../engine/findings/replays.ts';
import { small } from './small.ts';

// What is told of two sets of facts is held against the evaluator: each gives its value, only the one fact differs, and the order is the wrong one.

const x = (value: string, more = ''): string =>
  `kind: formula\ndecisions:\n  x: { value: ${JSON.stringify(value)}${more} }\n`;
const table = (...rows: readonly string[]): string =>
  `kind: table\ncolumns: { tea: tea, sales: sales }\noutputs: { x: { title: { en: X, zh: 值 }, monotone: { tea: up, sales: up } } }\nrows:\n${rows.map((row) => `  - ${row}\n`).join('')}`;
const tiers = (...rows: readonly string[]): string =>
  `kind: tiers\nby: sales\nmode: graduated\nmonotone: { sales: up }\ntiers:\n${rows.map((row) => `  - ${row}\n`).join('')}`;

interface Case {
  readonly says: string;
  readonly policy: string;
  readonly decision?: string;
  readonly fact: string;
  readonly direction?: 'down';
}

const rising: readonly Case[] = [
  { says: 'an edge', policy: x('if sales < 100 CNY then 2 CNY else 1 CNY', ', monotone: { sales: up }'), fact: 'sales' },
  { says: 'a slope', policy: x('max(500 CNY - sales, 0 CNY)', ', monotone: { sales: up }'), fact: 'sales' },
  { says: 'one cent', policy: x('if sales = 99.99 CNY then 0.01 CNY else 0 CNY', ', monotone: { sales: up }'), fact: 'sales' },
  { says: 'a slope that rises', policy: x('sales * 2%', ', monotone: { sales: down }'), fact: 'sales', direction: 'down' },
  { says: 'a product', policy: x('(10000 CNY - sales) * share', ', monotone: { sales: up }'), fact: 'sales' },
  { says: 'what follows from the fact', policy: x('100 CNY - turnover * 2%', ', monotone: { sales: up }'), fact: 'sales' },
  { says: 'a rounding', policy: x('floor(sales, 10 CNY) - sales', ', monotone: { sales: up }'), fact: 'sales' },
  { says: 'a later member', policy: x('if tea = white then 1 CNY else 2 CNY', ', monotone: { tea: up }'), fact: 'tea' },
  { says: 'a member as the value', policy: x('if sales < 100 CNY then white else green', ', type: tea, monotone: { sales: up }'), fact: 'sales' },
  { says: 'members of both', policy: x('if tea = green then black else if tea = black then green else white', ', type: tea, monotone: { tea: up }'), fact: 'tea' },
  { says: 'a row that was shifted', policy: table('{ tea: green, sales: "<= 100 CNY", x: 1 CNY }', '{ tea: green, sales: "> 100 CNY", x: 3 CNY }', '{ tea: "{black, white}", sales: "<= 101 CNY", x: 2 CNY }', '{ tea: "{black, white}", sales: "> 101 CNY", x: 3 CNY }'), fact: 'tea' },
  { says: 'a tier below zero', policy: tiers('{ in: "[0 CNY .. 100 CNY]", rate: 1% }', '{ in: "> 100 CNY", rate: -1% }'), decision: 't.amount', fact: 'sales' },
]; // prettier-ignore

test.each(rising)('monotone: $says', ({ policy, decision = 't.x', fact, direction = 'up' }) => {
  const program = programOf(policy);
  const kept = findingsOf(decision, program).monotone.find(({ promise }) => promise.fact === fact)?.kept;
  if (kept?.is !== 'refuted') throw new Error(`${String(kept?.is)}: no facts break the promise`);
  const { lower, higher } = kept;
  expect([lower, higher].map(({ facts }) => told(decision, facts, program))).toEqual([lower.value, higher.value]);
  expect(differing(lower.facts, higher.facts)).toEqual([fact]);
  expect(placeOfFact(fact, higher.facts, program)).toBeGreaterThan(placeOfFact(fact, lower.facts, program));
  const [before, after] = [lower, higher].map(({ value }) => place(value, program.decisions[decision]!.type, program));
  if (direction === 'up') expect(after).toBeLessThan(before!);
  else expect(after).toBeGreaterThan(before!);
});

const falling: readonly Case[] = [
  { says: 'an amount', policy: x('if sales < 100 CNY then 5 CNY else if sales < 200 CNY then 3 CNY else 9 CNY'), fact: 'sales' },
  { says: 'an end that belongs to the lower side', policy: x('if sales <= 100 CNY then 5 CNY else if sales <= 200 CNY then 3 CNY else 9 CNY'), fact: 'sales' },
  { says: 'a rate', policy: x('if share < 30% then 5% else if share < 60% then 3% else 9%'), fact: 'share' },
  { says: 'slopes', policy: x('if sales < 100 CNY then sales * 5% else if sales < 200 CNY then sales * 3% else sales * 9%'), fact: 'sales' },
  { says: 'a cent behind the edge', policy: x('if sales <= 99.99 CNY then 0.02 CNY else if sales < 200 CNY then 0.01 CNY else 9 CNY'), fact: 'sales' },
  { says: 'beside another fact', policy: x('if express then (if sales < 100 CNY then returned + 5 CNY else if sales < 200 CNY then returned else returned + 9 CNY) else 0 CNY'), fact: 'sales' },
]; // prettier-ignore

test.each(falling)('cliff: $says', ({ policy, fact }) => {
  const program = programOf(policy);
  const { cliffs } = findingsOf('t.x', program);
  expect(cliffs.map((one) => one.fact)).toEqual([fact]);
  const [{ below, above }] = cliffs as [(typeof cliffs)[0]];
  expect([below, above].map(({ facts }) => told('t.x', facts, program))).toEqual([below.value, above.value]);
  expect(differing(below.facts, above.facts)).toEqual([fact]);
  expect(placeOfFact(fact, above.facts, program)).toBeGreaterThan(placeOfFact(fact, below.facts, program));
  const [before, after] = [below, above].map(({ value }) => place(value, program.decisions['t.x']!.type, program));
  expect(after).toBeLessThan(before!);
});

const kept: readonly (readonly [string, string])[] = [
  ['a product with what cannot be negative', x('sales * share', ', monotone: { sales: up, share: up }')],
  ['a later member', x('if tea = white then 2 CNY else 1 CNY', ', monotone: { tea: up }')],
  ['members of both', x('if tea = green then green else black', ', type: tea, monotone: { tea: up }')],
  ['a rounding on the way', `${x('y * 3 + 1 CNY', ', monotone: { sales: up, share: up }')  }  y: { value: sales * share * 1.2345% }\n`],
]; // prettier-ignore
test.each(kept)('monotone is proved: %s', (_says, policy) => {
  const all = findingsOf('t.x', programOf(policy)).monotone.map(({ promise, kept: { is } }) => [promise.fact, is]);
  expect(all.length).toBeGreaterThan(0);
  expect(all.filter(([, is]) => is !== 'proven')).toEqual([]);
});

function programOf(policy: string): Program {
  const handbook = small(policy);
  const wrong = handbook.diagnostics.filter(({ severity }) => severity === 'error');
  expect(wrong.map(({ message }) => message.en)).toEqual([]);
  return link(handbook, { at: '2026-10-31' });
}

type Texts = Readonly<Record<string, string>>;
const told = (decision: string, facts: Texts, program: Program): string | undefined =>
  evaluate(program, decision, readFacts(program, facts)).value;
const differing = (a: Texts, b: Texts): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]);
const placeOfFact = (fact: string, facts: Texts, program: Program): number =>
  place(facts[fact] ?? '', program.facts[fact]!.type, program);

/** Small enough here for a float: two decimals, or the place of a member. */
function place(text: string, type: Parameters<typeof readValue>[1], program: Program): number {
  const read = readValue(text, type, program);
  const found = read.is === 'invalid' ? undefined : placeOf(read, program);
  if (found === undefined) throw new Error(`${text} has no place`);
  return Number(found.top) / Number(found.bottom);
}
