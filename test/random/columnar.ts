import { compile } from '../../engine/compile/compile.ts';
import type { Cell } from '../../engine/compile/reader.ts';
import type { Outcome } from '../../engine/ir/outcome.ts';
import type { Program } from '../../engine/ir/program.ts';
import type { Value } from '../../engine/ir/value.ts';
import { rowOf, textOf } from './batched.ts';

type Batch = ReturnType<ReturnType<typeof compile>['batch']>;
type Columns = Parameters<Batch['run']>[0];
type Values = Readonly<Record<string, Value>>;

/** Outcomes by decision and row, and how many of them the columns gave by themselves. */
interface Told {
  readonly outcomes: readonly (readonly Outcome[])[];
  readonly plain: number;
}

/** All decisions for all sets of facts at once, as a batch in columns answers them; the whole engine where it does not. */
export function inColumns(program: Program, decisions: readonly string[], sets: readonly Values[]): Told {
  const { batch, columns, odd, outcomes } = plainInColumns(program, decisions, sets);
  const { evaluate } = compile(program);
  const whole = outcomes.map((ofDecision, d) =>
    ofDecision.map((outcome, i) => {
      if (outcome !== undefined) return outcome;
      return odd[i] === 1 ? evaluate(decisions[d]!, { values: sets[i]!, unknown: [] }) : batch.outcome(d, columns, i);
    }),
  );
  return { outcomes: whole, plain: outcomes.flat().filter((outcome) => outcome !== undefined).length };
}

/** What the columns say by themselves; undefined where they leave a row to the engine. */
export function plainInColumns(
  program: Program,
  decisions: readonly string[],
  sets: readonly Values[],
): {
  readonly outcomes: readonly (readonly (Outcome | undefined)[])[];
  readonly batch: Batch;
  readonly columns: Columns;
  readonly odd: Uint8Array;
} {
  const compiled = compile(program);
  const names = Object.keys(program.facts);
  const reader = compiled.reader(names);
  const rows = sets.map((values) => rowOf(values, names, reader, program));
  const odd = Uint8Array.from(rows, (row) => (row.some((cell) => typeof cell === 'object') ? 1 : 0));
  const columns = names.map((_name, i) => columnOf(rows.map((row) => row[i])));
  const batch = compiled.batch(decisions, names);
  const outcomes = batch.run(columns, rows.length, odd).map((answers, d) =>
    rows.map((_row, i): Outcome | undefined => {
      if (answers.plain[i] === 0) return undefined;
      const { decision = '', scale = 0, is, flags } = batch.outputs[d]!;
      const { type, policy, version, cites } = program.decisions[decision]!;
      const units = answers.units[i]!;
      const value = is === 'number' ? units : is === 'truth' ? units === 1 : answers.words[answers.codes[i]!]!;
      return {
        decision,
        status: 'determined',
        value: textOf(value, scale, program, type),
        type: type.is,
        flags: flags(answers.bits[i]!).toSorted(),
        reasons: [],
        policy,
        version,
        cites,
      };
    }),
  );
  return { outcomes, batch, columns, odd };
}

function columnOf(cells: readonly Cell[]): Columns[number] {
  if (cells.every((cell) => typeof cell !== 'string'))
    return Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : NaN));
  const words = [...new Set(cells.filter((cell) => typeof cell === 'string'))];
  return { codes: Int32Array.from(cells, (cell) => (typeof cell === 'string' ? words.indexOf(cell) : -1)), words };
}
