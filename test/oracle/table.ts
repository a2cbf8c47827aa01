import type { Row, Table } from '../../engine/ir/ir.ts';
import { collected } from './lists.ts';
import { connected } from './logic.ts';
import { outputOf, type Place } from './place.ts';
import { determined, failed, flagsOf, isTrue, strict, undetermined, withFlags, type Result } from './result.ts';
import { truth } from './value.ts';
import { within } from './within.ts';

/** A decision table by its hit policy. */
export function table(node: Table, place: Place): Result {
  switch (node.hit) {
    case 'unique':
      return unique(node, place);
    case 'first':
      return first(node, place);
    case 'collect':
      return collect(node, place);
  }
}

function unique(node: Table, place: Place): Result {
  const conditions = node.rows.map((row) => condition(node, row, place));
  const error = conditions.find((each) => each.status === 'error');
  if (error !== undefined) return error;
  const met = node.rows.flatMap((row, i) => (isTrue(conditions[i]!) ? [{ row, condition: conditions[i]! }] : []));
  if (met.length > 1) return failed('table/overlap');
  const [only] = met;
  if (only !== undefined) return withFlags(flagsOf([only.condition]), place.evaluate(only.row.value, place));
  const reasons = conditions.flatMap((each) => (each.status === 'undetermined' ? each.reasons : []));
  return reasons.length > 0 ? undetermined(...reasons) : noneMet(node, conditions, place);
}

function first(node: Table, place: Place): Result {
  const before: Result[] = [];
  for (const row of node.rows) {
    const met = condition(node, row, place);
    if (met.status !== 'determined') return met;
    before.push(met);
    if (isTrue(met)) return withFlags(flagsOf(before), place.evaluate(row.value, place));
  }
  return noneMet(node, before, place);
}

function collect(node: Table, place: Place): Result {
  const conditions = node.rows.map((row) => condition(node, row, place));
  return strict(conditions, () => {
    const met = node.rows.filter((_row, i) => isTrue(conditions[i]!));
    if (met.length === 0 && node.otherwise !== undefined) return place.evaluate(node.otherwise, place);
    return strict(
      met.map((row) => place.evaluate(row.value, place)),
      (values) => collected(node.collect ?? 'list', values, node.type),
    );
  });
}

function noneMet(node: Table, conditions: readonly Result[], place: Place): Result {
  return node.otherwise === undefined
    ? undetermined({ code: 'gap', gap: outputOf(place) })
    : withFlags(flagsOf(conditions), place.evaluate(node.otherwise, place));
}

/** The `and` chain of the row's cells. */
function condition(node: Table, row: Row, place: Place): Result {
  return row.cells.reduce<Result>(
    (chain, cell, i) =>
      connected('and', chain, () => within(() => place.evaluate(node.columns[i]!.value, place), cell, place)),
    determined(truth(true)),
  );
}
