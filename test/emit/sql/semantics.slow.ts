import { afterAll, beforeAll, expect, test } from 'vitest';
import { emitSql } from '../../../engine/emit/sql/sql.ts';
import { evaluate } from '../../../engine/evaluate/evaluate.ts';
import type { Program } from '../../../engine/ir/program.ts';
import type { Facts } from '../../../engine/value/facts.ts';
import { runSemantics } from '../../semantics/run.ts';
import { cellOf, type Cell } from './cells.ts';
import type { Database } from './databases/database.ts';
import { openDuckdb } from './databases/duckdb.ts';
import { judge } from './judge.ts';

let database: Database;
beforeAll(async () => {
  database = await openDuckdb();
});
afterAll(() => database.close());

const asked: {
  readonly program: Program;
  readonly decision: string;
  readonly facts: Facts;
  readonly sourceOnly: boolean;
}[] = [];

/** The data that say what every node means are asked of DuckDB too, where the decision has a form there and the facts a column. */
runSemantics('collected', (program, decision, facts, options = {}) => {
  if (options.on === undefined) asked.push({ program, decision, facts, sourceOnly: options.sourceOnly ?? false });
  return evaluate(program, decision, facts, options);
});

test('what every node means, in DuckDB', { timeout: 60_000 }, async () => {
  const statuses: Record<string, number> = {};
  for (const { program, decision, facts, sourceOnly } of asked) {
    const emitted = emitSql(program, [decision], 'duckdb', { table: 'facts', sourceOnly });
    if (emitted.said.length === 0) continue;
    const cells = emitted.inputs.map(({ fact }): [string, Cell | undefined] => [fact, cellOf(facts.values[fact])]);
    const row = cells.flatMap(([fact, cell]): [string, Cell][] => (cell === undefined ? [] : [[fact, cell]]));
    if (row.length < cells.length) continue;
    const found = await judge(database, { program, decisions: [decision], sourceOnly }, [Object.fromEntries(row)]);
    expect(found.differences).toEqual([]);
    for (const [status, count] of Object.entries(found.statuses)) statuses[status] = (statuses[status] ?? 0) + count;
  }
  const least = { determined: 150, undetermined: 40, error: 5, 'not-applicable': 2 };
  for (const [status, count] of Object.entries(least))
    expect([status, statuses[status] ?? 0]).toEqual([status, expect.toSatisfy((met: number) => met >= count)]);
});
