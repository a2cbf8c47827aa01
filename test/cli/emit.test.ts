import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { RulePack } from '../../engine/json-rules.ts';
import { bylaw, folder } from './terminal.ts';

const handbook = resolve('test/site/handbook');
const emit = (...more: readonly string[]): ReturnType<typeof bylaw> =>
  bylaw(['emit', 'json-rules', ...more, '--handbook', handbook, '--at', '2026-10-31', '--lang', 'en']);

test('rules are written with what they were made of, and what is refused is told with its reason', async () => {
  const out = join(folder(), 'rules.json');
  const { code, out: told } = await emit('--out', out);
  expect(code).toBe(0);
  expect(told).toMatch(/^kind of policy +said +refused +of those that decide without lists$/m);
  expect(told).toMatch(/^\d+ times json-rules\/no-condition, as of /m);
  const pack = JSON.parse(readFileSync(out, 'utf8')) as RulePack & { readonly bundle: string };
  expect(pack).toMatchObject({ format: 'bylaw/json-rules', formatVersion: 1, at: '2026-10-31', sourceOnly: false });
  expect(pack.bundle).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(pack.rules.map(({ priority }) => priority))).toEqual(new Set([1]));
  expect(new Set(pack.rules.map(({ name }) => name)).size).toBe(pack.rules.length);
  const text = JSON.stringify([pack.rules, pack.conditions]);
  expect(text).not.toMatch(/"path"|"params":\{"fact"|"(?:any|all)":\[\]/);
  const named = (key: string): string[] =>
    [...text.matchAll(new RegExp(`"${key}":"([^"]+)"`, 'g'))].map(([, name = '']) => name);
  const missing = (names: readonly string[], known: object): string[] =>
    names.filter((name) => !Object.hasOwn(known, name));
  expect(missing(named('decision'), pack.decisions)).toEqual([]);
  expect(missing(named('operator'), pack.operators)).toEqual([]);
  expect(missing(named('condition'), pack.conditions)).toEqual([]);
  expect(missing(named('fact'), pack.facts)).toEqual([]);
  const members = Object.values(pack.facts).flatMap((fact) => ('members' in fact ? [fact.members] : []));
  expect(members.flat()).not.toEqual([]);
});

test('a decision that is named and cannot be said is a finding, told in both languages', async () => {
  const { code, out } = await emit('watch.raised', 'bonus.rate', '--json');
  expect([code, JSON.parse(out)]).toMatchObject([
    1,
    { said: ['watch.raised'], refused: [{ decision: 'bonus.rate', code: 'json-rules/no-condition' }] },
  ]);
  const one = await emit('bonus.rate');
  expect([one.code, one.out]).toEqual([
    1,
    expect.stringContaining('json-rules/no-condition: “bonus.rate” only computes'),
  ]);
  const zh = await bylaw(['emit', 'json-rules', 'bonus.rate', '--handbook', handbook, '--lang', 'zh']);
  expect(zh.out).toContain('只作计算');
});

test('wrong use says what was meant', async () => {
  expect((await bylaw(['emit', 'json-rule', '--lang', 'en'])).err).toContain('Did you mean “json-rules”?');
  const stray = await emit('bonus.rat');
  expect([stray.code, stray.err]).toEqual([2, expect.stringContaining('There is no decision “bonus.rat”.')]);
});

const sql = (...more: readonly string[]): ReturnType<typeof bylaw> =>
  bylaw(['emit', 'sql', ...more, '--handbook', handbook, '--at', '2026-10-31', '--lang', 'en']);

test('a query stands alone on standard output, what it leaves out beside it', async () => {
  const { code, out, err } = await sql('--dialect', 'duckdb', '--keep', 'person, shop', 'bonus.rate');
  expect(code).toBe(0);
  expect(out).toMatch(
    /^-- [^]*\nSELECT\n {2}f\d+ AS "person",\n {2}f\d+ AS "shop",\n[^]*"bonus\.rate\.flags"\nFROM layer\d+;\n$/,
  );
  expect(err).toMatch(/^kind of policy +said +refused/m);
});

test('all decisions are written to a file as a view, and JSON tells the columns', async () => {
  const file = join(folder(), 'bonus.sql');
  const { code, out } = await sql('--dialect', 'postgres', '--view', 'pay.results', '--out', file, '--json');
  expect(code).toBe(0);
  const told = JSON.parse(out) as { said: string[]; inputs: { sqlType: string }[]; outputs: object[] };
  expect(told).toMatchObject({ file, dialect: 'postgres' });
  expect(told.outputs).toHaveLength(told.said.length);
  expect(told.inputs.length).toBeGreaterThan(0);
  expect(readFileSync(file, 'utf8')).toContain('\nCREATE VIEW "pay"."results" AS\nWITH\n');
});

test('a database that is not named, unknown, or named to other rules is wrong use', async () => {
  expect((await sql()).err).toContain('--dialect is missing: name the database: duckdb, postgres, clickhouse.');
  expect((await sql('--dialect', 'duckdb', '--columns', 'wholes')).err).toContain('Did you mean “whole”?');
  expect((await sql('--dialect', 'postgre')).err).toContain('Did you mean “postgres”?');
  expect((await emit('--dialect', 'duckdb')).err).toContain('--dialect says nothing here');
});

test('columns may hold whole counts, and the query says of what', async () => {
  const { out } = await sql('--dialect', 'duckdb', '--columns', 'whole', 'bonus.rate');
  expect(out).toMatch(/: BIGINT, counts of 0\.0+1$/m);
  expect(out).not.toContain('DECIMAL(16');
});

test('a decision that nobody has is wrong use here too', async () => {
  const { code, err } = await sql('--dialect', 'duckdb', 'bonus.rat');
  expect([code, err]).toEqual([2, expect.stringContaining('There is no decision “bonus.rat”.')]);
});
