import { checkCell } from '../../expression/check-cells.ts';
import { broken } from '../../expression/check-names.ts';
import { checkerFor } from '../../expression/check.ts';
import type { Checker } from '../../expression/environment.ts';
import type { Ir, Row, Table } from '../../ir/ir.ts';
import { isNumeric, isOrdered, listOf, number, printType, unknown, type Type } from '../../ir/type.ts';
import type { Word } from '../../shape/schema.ts';
import { promised } from '../head.ts';
import type { Lowering, Output } from '../kind.ts';
import { lowerPlace, marked } from '../place.ts';
import type { TablePolicy } from './index.ts';
import { tableMessages } from './messages.ts';
import { rowsOf, type TableRow, type TableRows } from './rows.ts';

/** One decision for each output; all share the columns and the cells. */
export function outputsOf(policy: TablePolicy): readonly Output[] {
  const rows = rowsOf(policy);
  return policy.outputs.map(({ key, value }) => ({
    name: key,
    title: value.title,
    cites: value.cites ?? [],
    hidden: false,
    ...(value.type === undefined ? {} : { type: value.type }),
    ...(policy.collect === 'list' ? { typesItems: true } : {}),
    ...(value.round === undefined ? {} : { round: value.round }),
    ...promised(value),
    lower: (lowering) => lowerOutput(policy, rows, key, lowering),
  }));
}

function lowerOutput(policy: TablePolicy, written: TableRows, output: Word, { checker, expected }: Lowering): Ir {
  for (const diagnostic of written.diagnostics) checker.env.report(diagnostic);
  const hit = policy.hit ?? 'unique';
  const { collect } = policy;
  if (hit === 'collect' && collect === undefined)
    checker.env.report(tableMessages['no-collect']({}, policy.policy.span));
  if (hit !== 'collect' && collect !== undefined)
    checker.env.report(tableMessages['needless-collect']({ hit }, policy.policy.span));
  const columns = policy.columns.map(({ key, value }) => ({ name: key.text, value: checker.check(value) }));
  const of = valueType(written, output, checker, collect === 'count' ? undefined : expected);
  const rows = written.rows.map((row): Row => ({
    cells: row.cells.map((cell, i) => checkCell(cell, checker, columns[i]?.value.type ?? unknown)),
    value: lowerValue(row, output, checker, of),
    cites: (row.entry.cites ?? []).map(({ text }) => text),
    origin: row.span,
  }));
  const type = collected(of ?? unknown, collect, output, checker);
  const otherwise = written.otherwise === undefined ? undefined : lowerValue(written.otherwise, output, checker, type);
  return {
    op: 'table',
    type,
    origin: output.span,
    hit,
    ...(collect === undefined ? {} : { collect }),
    columns,
    rows,
    ...(otherwise === undefined ? {} : { otherwise }),
  };
}

function lowerValue({ entry, values, span }: TableRow, output: Word, checker: Checker, of: Type | undefined): Ir {
  const place = values.get(output.text);
  if (place === undefined) return broken({ span });
  return marked(entry['rests-on'], lowerPlace(place, checker, of), checker, entry.origin === 'own');
}

/** The declared type, else that of the first row whose value tells: rows that leave it open wait for it. */
function valueType(
  { rows, otherwise }: TableRows,
  output: Word,
  checker: Checker,
  expected: Type | undefined,
): Type | undefined {
  if (expected !== undefined) return expected;
  const quiet = checkerFor({ ...checker.env, report: () => undefined });
  const all = otherwise === undefined ? rows : [...rows, otherwise];
  return all.map((row) => lowerValue(row, output, quiet, undefined).type).find(({ is }) => is !== 'unknown');
}

function collected(of: Type, collect: Table['collect'], output: Word, { env }: Checker): Type {
  switch (collect) {
    case undefined:
      return of;
    case 'count':
      return number;
    case 'list':
      return listOf(of);
    case 'sum':
    case 'min':
    case 'max': {
      const fine = of.is === 'unknown' || (collect === 'sum' ? isNumeric(of) : isOrdered(of));
      if (!fine) env.report(tableMessages['cannot-collect']({ collect, type: printType(of) }, output.span));
      return of;
    }
  }
}
