import { expect, test } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { formOf } from '../../engine/plain/slots.ts';
import { link } from '../../engine/program/link.ts';
import { readFacts } from '../../engine/value/facts.ts';
import { handbookOf, policyTexts } from '../support/policies.ts';
import { plainInColumns } from '../random/columnar.ts';
import { edgesOf, randomFacts } from '../random/facts.ts';
import { randomProgram } from '../random/programs.ts';

const notWhole = [0.5, -0.25, Infinity, -Infinity, 2 ** 53, -(2 ** 53), 1e300, 5e-324];
const noTruth = [2, -1, 0.5, Infinity];
const rows = 8;

test('a cell that its fact does not allow is an error where it is read, and answers nothing', () => {
  const seen = { number: 0, truth: 0, word: 0, error: 0, unread: 0 };
  for (let seed = 1; seed <= 60; seed += 1) {
    const program = randomProgram(seed);
    const edges = edgesOf(program);
    const { evaluate } = compile(program);
    const decisions = Object.values(program.decisions).flatMap(({ name, takes }) => (takes.length > 0 ? [] : [name]));
    const sets = Array.from({ length: rows }, (_, i) => {
      const given = Object.entries(randomFacts(program, edges, seed * 1000 + i));
      return Object.fromEntries(given.filter(([, { is }]) => is !== 'list' && is !== 'record'));
    });
    const { batch, columns, odd } = plainInColumns(program, decisions, sets);
    for (const [at, { fact, is }] of batch.inputs.entries()) {
      if (is === 'none') continue;
      seen[is] += 1;
      const hostile = is === 'truth' ? noTruth : notWhole;
      const wrong =
        is === 'word'
          ? { codes: new Int32Array(rows), words: ['¬ nothing of this name'] }
          : Float64Array.from({ length: rows }, (_, row) => hostile[(row + seed) % hostile.length]!);
      const invalid = readFacts(program, { [fact]: is === 'word' ? '¬ nothing of this name' : '¬' }).values[fact]!;
      // A text may be anything.
      if (invalid.is !== 'invalid') continue;
      const changed = columns.with(at, wrong);
      const answers = batch.run(changed, rows, odd);
      expect(answers.map(({ plain }) => [...plain.subarray(0, rows)])).toEqual(
        answers.map(() => Array<number>(rows).fill(0)),
      );
      for (const [d, decision] of decisions.entries())
        for (const [row, values] of sets.entries()) {
          if (odd[row] === 1) continue;
          const wanted = evaluate(decision, { values: { ...values, [fact]: invalid }, unknown: [] });
          const told = batch.outcome(d, changed, row);
          expect({ seed, fact, row, status: told.status, of: told.error?.fact }).toEqual({
            seed, fact, row, status: wanted.status, of: wanted.error?.fact,
          }); // prettier-ignore
          seen[wanted.error?.fact === fact ? 'error' : 'unread'] += 1;
        }
    }
  }
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(20);
});

test('numbers beyond the range of their fact are told', () => {
  const program = link(handbookOf(policyTexts), { at: '2026-10-31' });
  const batch = compile(program).batch(['sales.net'], ['sales.ordered', 'sales.returned']);
  expect(batch.inputs.map(({ scale }) => scale)).toEqual([2, 2]);
  const columns = [Float64Array.of(8_800_000, -1), Float64Array.of(800_000, 0)];
  const [net] = batch.run(columns, 2);
  expect([net?.plain[0], net?.units[0], net?.plain[1]]).toEqual([1, 8_000_000, 0]);
  const { status, error } = batch.outcome(0, columns, 1);
  expect([status, error?.code, error?.fact]).toEqual(['error', 'fact/out-of-range', 'sales.ordered']);
});

test.each([0.5, Infinity, -1, 2 ** 53])('%d in a row is no amount either', (cell) => {
  const program = link(handbookOf(policyTexts), { at: '2026-10-31' });
  const net = compile(program).prepare('sales.net', ['sales.ordered', 'sales.returned']);
  expect(net.run([8_800_000, 800_000])).toBe(8_000_000);
  expect(net.run([cell, 0])).toBeUndefined();
  expect(net.outcome([cell, 0])).toMatchObject({ status: 'error', error: { fact: 'sales.ordered' } });
});

test('columns that are too short, and codes that stand for no word, are refused', () => {
  const program = randomProgram(1);
  const [decision = ''] = Object.values(program.decisions).flatMap(({ name, takes }) =>
    takes.length > 0 ? [] : [name],
  );
  const of = (form: string): string =>
    Object.keys(program.facts).find((one) => formOf(program.facts[one]!.type) === form)!;
  const numbers = compile(program).batch([decision], [of('number')]);
  expect(() => numbers.run([new Float64Array(2)], 3)).toThrow(`${of('number')}: 2 rows in place of 3`);
  const words = compile(program).batch([decision], [of('word')]);
  for (const code of [1, -2])
    expect(() => words.run([{ codes: Int32Array.of(code), words: ['a'] }], 1)).toThrow(
      `${code} is no place in a list of 1 words`,
    );
});
