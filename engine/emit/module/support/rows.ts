import { overlap } from '../../../value/failures.ts';
import { noRow } from '../../../value/reasons.ts';
import { connected } from './logic.ts';
import { collected, untilError, type Collecting } from './lists.ts';
import { spanOf } from './place.ts';
import {
  determined,
  flagsOf,
  isTruth,
  joinFlags,
  none,
  reasonsOf,
  strict,
  undetermined,
  withFlags,
  type Result,
} from './result.ts';

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

/** Whether a row holds, for one row after the other; columns are read once. */
function conditionsOf({ columns }: Table): (row: Row) => Result {
  const read: Result[] = [];
  const column = (i: number): Result => (read[i] ??= columns[i]?.() ?? determined(false));
  return ([cells]) => {
    let holds = determined(true);
    cells.forEach((cell, i) => {
      if (cell !== undefined) holds = connected(false, holds, () => cell(column(i)));
    });
    return holds;
  };
}

function otherwiseOf({ otherwise, output }: Table): Result {
  return otherwise === undefined ? undetermined([noRow(output)]) : otherwise();
}

/** At most one row may hold: all are looked at. */
export function theOnlyRow(table: Table): Result {
  const conditionOf = conditionsOf(table);
  const found = untilError(table.rows.map((row) => () => conditionOf(row)));
  const last = found.at(-1);
  if (last?.status === 'error') return last;
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
  let met = none;
  const conditionOf = conditionsOf(table);
  for (const row of table.rows) {
    const condition = conditionOf(row);
    if (condition.status !== 'determined') return withFlags(met, condition);
    met = joinFlags(met, condition.flags);
    if (condition.value === true) return withFlags(met, row[1]());
  }
  return withFlags(met, otherwiseOf(table));
}

/** What all rows that hold come to. */
export function everyRow(table: Table, collecting: Collecting): Result {
  const conditionOf = conditionsOf(table);
  const found = untilError(table.rows.map((row) => () => conditionOf(row)));
  const last = found.at(-1);
  if (last?.status === 'error') return last;
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
