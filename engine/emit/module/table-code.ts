import type { Bands, Ir, Table } from '../../ir/ir.ts';
import { array, data, object, quoted, thunk, type Code } from './layout.ts';
import { endsCode, rangeCode } from './range-code.ts';
import { placeOf, type Within } from './writing.ts';

/** A scale cut into tiers, one tier a line. */
export function bandsCode(node: Bands, at: Within, code: (ir: Ir) => Code): Code {
  const { by } = node;
  const scale = object([
    ['output', quoted(at.output)],
    ['scale', quoted('name' in by ? by.name : '')],
    ['type', data(by.type)],
    ['place', placeOf(node.origin)],
  ]);
  const tiers = node.bands.map(({ range, value }) => array([...endsCode(range, code), thunk(code(value))]));
  return at.writing.use(node.mode, 'q', scale, code(by), array(tiers));
}

const functions = { unique: 'theOnlyRow', first: 'theFirstRow', collect: 'everyRow' } as const;

/** A decision table, one row a line: what each cell asks of its column, then the row's value. */
export function tableCode(node: Table, at: Within, code: (ir: Ir) => Code): Code {
  const columns = node.columns.map(({ value }) => thunk(code(value)));
  const rows = node.rows.map(({ cells, value }) => {
    const asked = cells.map((cell): Code =>
      cell.range === 'any' ? 'undefined' : thunk(rangeCode(cell, 'value', at, code), 'value'),
    );
    return array([array(asked), thunk(code(value))]);
  });
  const { otherwise } = node;
  const table = object([
    ['output', quoted(at.output)],
    ['place', placeOf(node.origin)],
    ['columns', array(columns)],
    ['rows', array(rows)],
    ...(otherwise === undefined ? [] : [['otherwise', thunk(code(otherwise))] as const]),
  ]);
  const collecting = node.hit === 'collect' ? [quoted(node.collect ?? 'list')] : [];
  return at.writing.use(functions[node.hit], table, ...collecting);
}
