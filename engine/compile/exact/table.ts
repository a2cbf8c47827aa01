import { expected } from '../../ir/expected.ts';
import type { Table } from '../../ir/ir.ts';
import { overlap } from '../../value/failures.ts';
import { noRow } from '../../value/reasons.ts';
import { collected } from './collect.ts';
import { allOf } from './logic.ts';
import { isTrue, joinFlags, joinReasons, noFlags, undetermined, withFlags, type Flags, type Result } from './result.ts';
import { strict, type Exact, type Frame, type Unit } from './unit.ts';
import { within } from './within.ts';

interface CompiledRow {
  readonly when: Exact;
  readonly value: Exact;
}

/** A decision table by its hit policy. */
export function table(node: Table, unit: Unit): Exact {
  const columns = node.columns.map(({ value }) => unit.compile(value));
  const rows = node.rows.map(({ cells, value }) => ({
    when: allOf(cells.map((cell, i) => within(expected(columns[i]), cell, unit))),
    value: unit.compile(value),
  }));
  const open: Result = undetermined([noRow(unit.output)]);
  const otherwise = node.otherwise === undefined ? () => open : unit.compile(node.otherwise);
  switch (node.hit) {
    case 'unique':
      return unique(rows, otherwise, (places) => overlap(unit.output, places, node.origin));
    case 'first':
      return first(rows, otherwise);
    case 'collect': {
      const gathered = (frame: Frame, met: readonly Exact[]): Result =>
        strict(met, (values) => collected(node.collect ?? 'list', values))(frame);
      return strict(
        rows.map(({ when }) => when),
        (conditions, frame) => {
          const met = rows.filter((_row, i) => conditions[i] === true).map(({ value }) => value);
          return met.length === 0 && node.otherwise !== undefined ? otherwise(frame) : gathered(frame, met);
        },
      );
    }
  }
}

/** All rows are looked at, so that an overlap cannot hide. */
function unique(rows: readonly CompiledRow[], otherwise: Exact, clash: (places: readonly number[]) => Result): Exact {
  return (frame) => {
    const conditions: Result[] = [];
    for (const { when } of rows) {
      const condition = when(frame);
      if (condition.status === 'error') return condition;
      conditions.push(condition);
    }
    const met = conditions.flatMap((condition, i) => (isTrue(condition) ? [i] : []));
    if (met.length > 1) return clash(met.map((i) => i + 1));
    const [only] = met;
    const row = only === undefined ? undefined : rows[only];
    if (row !== undefined) return withFlags(flagsOf(conditions.filter(isTrue)), row.value(frame));
    const open = conditions.flatMap((condition) => (condition.status === 'undetermined' ? [condition] : []));
    if (open.length === 0) return withFlags(flagsOf(conditions), otherwise(frame));
    const reasons = open.map((condition) => condition.reasons).reduce(joinReasons, []);
    return undetermined(reasons, flagsOf(conditions));
  };
}

/** The first whose condition holds. */
export function first(rows: readonly CompiledRow[], otherwise: Exact): Exact {
  return (frame) => {
    let flags = noFlags;
    for (const { when, value } of rows) {
      const condition = when(frame);
      if (condition.status !== 'determined') return withFlags(flags, condition);
      flags = joinFlags(flags, condition.flags);
      if (condition.value === true) return withFlags(flags, value(frame));
    }
    return withFlags(flags, otherwise(frame));
  };
}

function flagsOf(conditions: readonly Result[]): Flags {
  return conditions.reduce<Flags>(
    (flags, condition) => (condition.status === 'error' ? flags : joinFlags(flags, condition.flags)),
    noFlags,
  );
}
