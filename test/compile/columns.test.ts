import { expect, test } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { inColumns } from '../random/columnar.ts';
import { edgesOf, randomFacts } from '../random/facts.ts';
import { randomProgram } from '../random/programs.ts';

test.each([
  [1, 200],
  [25, 50],
])('%i rows in columns say what one row at a time says', { timeout: 60_000 }, (count, programs) => {
  let [all, plain] = [0, 0];
  for (let seed = 1; seed <= programs; seed += 1) {
    const program = randomProgram(seed);
    const edges = edgesOf(program);
    const decisions = Object.values(program.decisions).flatMap(({ name, takes }) => (takes.length > 0 ? [] : [name]));
    // Lists stand in no column.
    const sets = Array.from({ length: count }, (_, i) => {
      const given = Object.entries(randomFacts(program, edges, seed * 1000 + i));
      return Object.fromEntries(given.filter(([, { is }]) => is !== 'list' && is !== 'record'));
    });
    const compiled = compile(program);
    const told = inColumns(program, decisions, sets);
    for (const [d, decision] of decisions.entries())
      for (const [i, values] of sets.entries()) {
        const wanted = compiled.evaluate(decision, { values, unknown: [] });
        const { status, value, flags, reasons, error } = told.outcomes[d]![i]!;
        const said = { seed, decision, i, status, value, flags, reasons, code: error?.code };
        expect(said).toEqual({
          seed, decision, i, status: wanted.status, value: wanted.value, flags: wanted.flags, reasons: wanted.reasons, code: wanted.error?.code,
        }); // prettier-ignore
      }
    all += decisions.length * count;
    plain += told.plain;
  }
  expect(plain / all).toBeGreaterThan(0.1);
});
