import type { Row, Table } from '../ir/ir.ts';
import { overlap } from '../value/failures.ts';
import { noRow } from '../value/reasons.ts';
import { collected } from './collect.ts';
import { truth } from './datum.ts';
import type { RowStep, Step, Worded } from './explanation.ts';
import { determined, flagsOf, isTrue, strict, undetermined, withFlags, type Found } from './found.ts';
import type { Frame } from './frame.ts';
import { connected } from './logic.ts';
import { apart, runWorded, tell, valued } from './trace.ts';
import { policyOf } from './words.ts';
import { wordRange } from './wording.ts';
import { accepts } from './within.ts';

/** A decision table while it is worked out: columns are evaluated when the first cell asks for them, and once. */
interface Asking {
  readonly ir: Table;
  readonly frame: Frame;
  readonly columns: Map<number, { readonly found: Found; readonly words: Worded; readonly steps: readonly Step[] }>;
  readonly taken: RowStep['taken'][number][];
}

/** A decision table by its hit policy (semantics 1.5). */
export function table(ir: Table, frame: Frame): Found {
  const asking: Asking = { ir, frame, columns: new Map(), taken: [] };
  const found = byHit(asking);
  tell(frame, () => step(asking, found));
  return found;
}

function byHit(asking: Asking): Found {
  switch (asking.ir.hit) {
    case 'unique':
      return unique(asking);
    case 'first':
      return first(asking);
    case 'collect':
      return collect(asking);
  }
}

function unique(asking: Asking): Found {
  const { ir, frame } = asking;
  const conditions = ir.rows.map((row) => condition(row, asking));
  const error = conditions.find(({ status }) => status === 'error');
  if (error !== undefined) return error;
  const met = conditions.flatMap((found, i) => (isTrue(found) ? [i] : []));
  const [only] = met;
  if (met.length > 1) {
    return overlap(
      frame.output,
      met.map((i) => i + 1),
      ir.origin,
    );
  }
  if (only !== undefined) return withFlags(flagsOf(conditions.slice(only, only + 1)), rowValue(only, asking));
  const open = conditions.filter(({ status }) => status === 'undetermined');
  return open.length > 0 ? strict(open, () => otherwise(asking, conditions)) : otherwise(asking, conditions);
}

function first(asking: Asking): Found {
  const before: Found[] = [];
  for (const [i, row] of asking.ir.rows.entries()) {
    const found = condition(row, asking);
    if (found.status !== 'determined') return withFlags(flagsOf(before), found);
    before.push(found);
    if (isTrue(found)) return withFlags(flagsOf(before), rowValue(i, asking));
  }
  return otherwise(asking, before);
}

function collect(asking: Asking): Found {
  const { ir } = asking;
  const conditions = ir.rows.map((row) => condition(row, asking));
  return strict(conditions, () => {
    const met = conditions.flatMap((found, i) => (isTrue(found) ? [i] : []));
    if (met.length === 0 && ir.otherwise !== undefined) return otherwise(asking, conditions);
    return strict(
      met.map((i) => rowValue(i, asking)),
      (values) => collected(ir.collect ?? 'list', values, ir.type, ir.origin),
    );
  });
}

/** No row is true. */
function otherwise(asking: Asking, conditions: readonly Found[]): Found {
  const { ir, frame } = asking;
  const value = ir.otherwise;
  if (value === undefined) return withFlags(flagsOf(conditions), undetermined(noRow(frame.output)));
  const [found, steps] = apart(frame, () => frame.run(value, frame));
  asking.taken.push({
    number: 'otherwise',
    cells: [],
    ...valued(found, frame.session),
    cites: [],
    span: value.origin,
    steps,
  });
  return withFlags(flagsOf(conditions), found);
}

function rowValue(i: number, { ir, frame, taken }: Asking): Found {
  const row = ir.rows[i];
  if (row === undefined) throw new Error(`no row ${i}`);
  const [found, steps] = apart(frame, () => frame.run(row.value, frame));
  if (frame.session.trace !== undefined) {
    taken.push({
      number: i + 1,
      cells: cellsOf(row, ir, frame),
      ...valued(found, frame.session),
      cites: row.cites,
      span: row.origin,
      steps,
    });
  }
  return found;
}

/** What the row asks of each column that it speaks about. */
function cellsOf(row: Row, { columns }: Table, { session, output }: Frame): RowStep['taken'][number]['cells'] {
  const { program, known } = session;
  const before = known.cells.get(row);
  if (before?.output === output) return before.cells;
  const cells = row.cells.flatMap((cell, i) =>
    cell.range === 'any' ? [] : [{ column: columns[i]?.name ?? '', cell: wordRange(cell, program, policyOf(output)) }],
  );
  known.cells.set(row, { output, cells });
  return cells;
}

const all = determined(truth(true));

/** The `and` chain of the row's cells, left to right; `any` is true and changes nothing. */
function condition(row: Row, asking: Asking): Found {
  let chain = all;
  for (const [i, cell] of row.cells.entries())
    if (cell.range !== 'any')
      chain = connected('and', chain, () => accepts(() => column(i, asking), cell, asking.frame));
  return chain;
}

function column(i: number, { ir, frame, columns }: Asking): Found {
  const known = columns.get(i);
  if (known !== undefined) return known.found;
  const named = ir.columns[i];
  if (named === undefined) throw new Error(`no column ${i}`);
  const [[found, words], steps] = apart(frame, () => runWorded(named.value, frame));
  columns.set(i, { found, words, steps });
  return found;
}

function step({ ir, frame, columns, taken }: Asking, found: Found): RowStep {
  const asked = [...columns.values()];
  const [only] = asked;
  return {
    step: 'row',
    hit: ir.hit,
    ...(ir.collect === undefined ? {} : { collect: ir.collect }),
    columns: asked.map(({ words }) => words),
    before: asked.length === 1 && only !== undefined ? only.steps : asked.flatMap(({ steps }) => steps),
    of: ir.rows.length,
    taken,
    ...valued(found, frame.session),
  };
}
