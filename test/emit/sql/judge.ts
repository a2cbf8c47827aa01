import { compile } from '../../../engine/compile/compile.ts';
import { emitSql, type Dialect, type EmittedSql, type SqlInput, type SqlOutput } from '../../../engine/emit/sql/sql.ts';
import type { Outcome } from '../../../engine/ir/outcome.ts';
import type { Program } from '../../../engine/ir/program.ts';
import type { Value } from '../../../engine/ir/value.ts';
import type { Facts } from '../../../engine/value/facts.ts';
import { cellOfOutcome, columnText, factOf, fits, type Cell, type CellRow } from './cells.ts';
import type { Database } from './databases/database.ts';
import { sameValue, sameFlags } from './same.ts';

/** Makes the SQL; tests put a wrong one in. */
export type Emit = typeof emitSql;

/** Decisions of one program, and rows of facts to ask them about. */
export interface Question {
  readonly program: Program;
  readonly decisions: readonly string[];
  readonly sourceOnly?: boolean;
}

/** What the engine says, and what came out of the database. */
export interface Answer {
  readonly status: string;
  readonly value: Cell;
  readonly flags: readonly string[];
}

export interface Difference {
  readonly decision: string;
  /** The row's place among those asked. */
  readonly at: number;
  readonly cells: CellRow;
  readonly expected: Answer | Outcome;
  readonly got: unknown;
}

export interface Judgement {
  /** Decisions times rows. */
  readonly answers: number;
  readonly said: readonly string[];
  readonly statuses: Readonly<Record<string, number>>;
  /** At most one for each decision. */
  readonly differences: readonly Difference[];
}

const rowNumber = 'row number';

/** Fills a table with the rows, runs the SQL of the decisions over it and compares every answer with the engine's. */
export async function judge(
  database: Database,
  { program, decisions, sourceOnly = false }: Question,
  rows: readonly CellRow[],
  emit: Emit = emitSql,
): Promise<Judgement> {
  const options = { table: 'facts', keep: [rowNumber], sourceOnly };
  const emitted = emit(program, decisions, database.dialect, options);
  if (emitted.said.length === 0) return { answers: 0, said: [], statuses: {}, differences: [] };
  const kept = rows.map((row) => storable(row, emitted.inputs));
  const table = await filled(database, emitted, kept);
  const { evaluate } = compiledOf(program);
  const statuses: Record<string, number> = {};
  const differences = new Map<string, Difference>();
  for (const answer of table) {
    const at = Number(answer.get(rowNumber));
    const cells = kept[at] ?? {};
    const facts = factsOf(cells, program);
    for (const output of emitted.outputs) {
      const expected = evaluate(output.decision, facts, { sourceOnly });
      const got = {
        status: answer.get(output.status),
        value: answer.get(output.value),
        flags: answer.get(output.flags),
      };
      const status = got.status === 'too-large' ? 'too-large' : expected.status;
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (agrees(expected, got, output, program) || differences.has(output.decision)) continue;
      differences.set(output.decision, { decision: output.decision, at, cells, expected: brief(expected), got });
    }
  }
  if (table.length !== rows.length) throw new Error(`${String(table.length)} rows came of ${String(rows.length)}`);
  const { said } = emitted;
  return { answers: table.length * said.length, said, statuses, differences: [...differences.values()] };
}

const compiled = new WeakMap<Program, ReturnType<typeof compile>>();

function compiledOf(program: Program): ReturnType<typeof compile> {
  const known = compiled.get(program) ?? compile(program);
  compiled.set(program, known);
  return known;
}

/** The row without what its columns cannot hold: that would be rounded before any rule sees it. */
function storable(row: CellRow, inputs: readonly SqlInput[]): CellRow {
  const cells = inputs.map((input): [string, Cell] => {
    const cell = row[input.fact] ?? null;
    return [input.fact, cell !== null && fits(cell, input) ? cell : null];
  });
  return Object.fromEntries(cells);
}

async function filled(
  database: Database,
  { text, inputs }: EmittedSql,
  rows: readonly CellRow[],
): Promise<readonly ReadonlyMap<string, Cell>[]> {
  const columns = [
    { name: rowNumber, type: integer[database.dialect] },
    ...inputs.map(({ fact, sqlType }) => ({ name: fact, type: sqlType })),
  ];
  const cells = rows.map((row, i) => [String(i), ...inputs.map((input) => columnText(row[input.fact] ?? null, input))]);
  await database.fill('facts', columns, cells);
  const answer = await database.query(text);
  return answer.rows.map((row) => new Map(answer.columns.map((column, i) => [column, row[i] ?? null])));
}

const integer: Readonly<Record<Dialect, string>> = { duckdb: 'integer', postgres: 'integer', clickhouse: 'Int32' };

export function factsOf(cells: CellRow, program: Program): Facts {
  const values: Record<string, Value> = {};
  for (const [name, cell] of Object.entries(cells)) {
    const fact = program.facts[name];
    if (fact !== undefined && cell !== null) values[name] = factOf(cell, fact, program);
  }
  return { values, unknown: [] };
}

interface Got {
  readonly status: Cell | undefined;
  readonly value: Cell | undefined;
  readonly flags: Cell | undefined;
}

function agrees(expected: Outcome, got: Got, { type }: SqlOutput, program: Program): boolean {
  // The engine is asked about such a row; a wrong value beside the word would still be one.
  if (got.status === 'too-large') return got.value === null;
  if (got.status !== expected.status) return false;
  if (expected.status !== 'determined') return got.value === null;
  const value = cellOfOutcome(expected.value ?? '', type, program);
  return (
    value !== undefined && sameValue(value, got.value ?? null, type) && sameFlags(expected.flags, got.flags ?? null)
  );
}

function brief({ status, value, flags, reasons, error }: Outcome): Answer {
  const why = [...reasons.map(({ code, fact, gap }) => `${code} ${fact ?? gap ?? ''}`), error?.code ?? ''].join(' ');
  return { status: `${status} ${why}`.trim(), value: value ?? null, flags };
}
