import { overlap } from '../../../value/failures.ts';
import { noRow } from '../../../value/reasons.ts';
import { connected } from './logic.ts';
import { collected, type Collecting } from './lists.ts';
import { spanOf } from './place.ts';
import { determined, flagsOf, isTruth, reasonsOf, strict, undetermined, withFlags, type Result } from './result.ts';

/** What a cell asks of its column's value; a cell that accepts everything does not read the column. */
type Cell = ((value: Result) => Result) | undefined;
type Row = readonly [cells: readonly Cell[], value: () => Result];

/** `output` names the decision as its policy and output, `place` where the table stands. */
interface Table {
  readonly output: string;
  readonly place: string;
  readonly columns: readonly (() => Result)[];
  readonly rows: readonly Row[];
  readonly otherwise?: () => Result;
}

/** Whether each row holds, worked out when it is asked; columns are read once. */
function* conditions({ columns, rows }: Table): Generator<Result, void, undefined> {
  const read = new Map<number, Result>();
  const column = (i: number): Result => {
    const value = read.get(i) ?? columns[i]?.() ?? determined(false);
    read.set(i, value);
    return value;
  };
  for (const [cells] of rows) {
    let holds = determined(true);
    for (const [i, cell] of cells.entries()) {
      if (cell !== undefined) holds = connected(false, holds, () => cell(column(i)));
    }
    yield holds;
  }
}

function otherwiseOf({ otherwise, output }: Table): Result {
  return otherwise === undefined ? undetermined([noRow(output)]) : otherwise();
}

/** At most one row may hold: all are looked at. */
export function theOnlyRow(table: Table): Result {
  const found: Result[] = [];
  for (const condition of conditions(table)) {
    if (condition.status === 'error') return condition;
    found.push(condition);
  }
  const met = found.flatMap((condition, i) => (isTruth(condition, true) ? [i] : []));
  if (met.length > 1) {
    return overlap(
      table.output,
      met.map((i) => i + 1),
      spanOf(table.place),
    );
  }
  const row = table.rows[met[0] ?? -1];
  if (row !== undefined) return withFlags(flagsOf(found.filter((each) => isTruth(each, true))), row[1]());
  const reasons = reasonsOf(found);
  return reasons.length > 0 ? undetermined(reasons, flagsOf(found)) : withFlags(flagsOf(found), otherwiseOf(table));
}

/** The first row that holds, where all rows before it do not. */
export function theFirstRow(table: Table): Result {
  const met: Result[] = [];
  for (const condition of conditions(table)) {
    if (condition.status !== 'determined') return withFlags(flagsOf(met), condition);
    met.push(condition);
    const row = table.rows[met.length - 1];
    if (condition.value === true && row !== undefined) return withFlags(flagsOf(met), row[1]());
  }
  return withFlags(flagsOf(met), otherwiseOf(table));
}

/** What all rows that hold come to. */
export function everyRow(table: Table, collecting: Collecting): Result {
  const found: Result[] = [];
  for (const condition of conditions(table)) {
    if (condition.status === 'error') return condition;
    found.push(condition);
  }
  return strict(found, (...holds) => {
    const met = table.rows.filter((_row, i) => holds[i] === true);
    if (met.length === 0 && table.otherwise !== undefined) return table.otherwise();
    const values: Result[] = [];
    for (const [, value] of met) {
      const result = value();
      if (result.status === 'error') return result;
      values.push(result);
    }
    return strict(values, (...data) => collected(collecting, data));
  });
}
