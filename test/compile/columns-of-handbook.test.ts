import { expect, test } from 'vitest';
import type { Program } from '../../engine/ir/program.ts';
import { compareHandbook } from './columns-of-handbook.ts';

test('columns say of the decisions of the handbook what the evaluator says', { timeout: 60_000 }, async () => {
  const { plain, differences } = await compareHandbook({ rows: 20, seed: 1 });
  expect(differences.slice(0, 5)).toEqual([]);
  expect(plain.size).toBeGreaterThan(400);
  expect([...plain.values()].reduce((sum, one) => sum + one, 0)).toBeGreaterThan(4_000);
});

test('columns that take one word for the other are found out', { timeout: 60_000 }, async () => {
  const otherwise = (program: Program): Program =>
    JSON.parse(JSON.stringify(program).replaceAll('"connective":"and"', '"connective":"or"')) as Program;
  const { differences } = await compareHandbook({ rows: 20, seed: 1, policies: 'attendance.', change: otherwise });
  expect(differences.length).toBeGreaterThan(5);
});
