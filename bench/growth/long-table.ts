import type { Ir, Range, Row, Table } from '../../engine/ir/ir.ts';
import type { Program } from '../../engine/ir/program.ts';
import { policyHead } from '../policy.ts';
import { generated } from './generated.ts';

// A file of a policy may hold some 6,000 rows. Longer tables are made of a short one: its program is plain data, and its row,
// said again with other bounds, is what a longer text would have been read as.

/** What a cell asks of its column. */
export type Cell = { readonly from: number; readonly below: number | undefined } | { readonly word: string };

/** Rows of a table with a column of each cell; row i gives i. The decision is called `t.out`. */
export function longTable(columns: readonly ('n' | 'kind')[], rows: readonly (readonly Cell[])[]): Program {
  const short = generated(
    `kind: vocabulary
title: { en: Facts, zh: 事实 }
enumerations: { word: { w0: { en: W, zh: 词 } } }
facts:
  n: { type: number, range: ">= 0", scale: 0, title: { en: N, zh: 数 } }
  kind: { type: word, title: { en: Kind, zh: 类 } }
`,
    [
      `${policyHead('t', 'table')}hit: unique
columns: { ${columns.map((name) => `${name}: ${name}`).join(', ')} }
outputs: { out: { type: number, title: { en: Out, zh: 出 } } }
rows:
  - { ${columns.map((name) => (name === 'n' ? 'n: "[0 .. 1)"' : 'kind: w0')).join(', ')}, out: 0 }
  - otherwise: { out: 0 }
`,
    ],
  );
  const decision = short.decisions['t.out'];
  if (decision?.body.is !== 'ir' || decision.body.ir.op !== 'table') throw new Error('no table');
  const { otherwise: _none, ...table } = decision.body.ir;
  const ir = lengthened(table, rows);
  const words = new Set(rows.flat().flatMap((cell) => ('word' in cell ? [cell.word] : [])));
  const title = { en: 'W', zh: '词' };
  return {
    ...short,
    enumerations: { word: Object.fromEntries([...words, 'w0'].map((word) => [word, title])) },
    decisions: { 't.out': { ...decision, body: { is: 'ir', ir } } },
  };
}

function lengthened(table: Table, rows: readonly (readonly Cell[])[]): Table {
  const [only] = table.rows;
  if (only === undefined) throw new Error('no row');
  return {
    ...table,
    rows: rows.map((cells, i): Row => ({
      ...only,
      cells: cells.map((cell, at) => saying(only.cells[at], cell)),
      value: number(only.value, i),
    })),
  };
}

function saying(like: Range | undefined, cell: Cell): Range {
  if (like?.range === 'interval' && 'from' in cell && like.low !== undefined && like.high !== undefined) {
    const low = { at: number(like.low.at, cell.from), open: false };
    return cell.below === undefined
      ? { range: 'interval', low }
      : { range: 'interval', low, high: { at: number(like.high.at, cell.below), open: true } };
  }
  const [item] = like?.range === 'set' ? like.items : [];
  if (item?.op === 'literal' && item.value.is === 'member' && 'word' in cell)
    return { range: 'set', items: [{ ...item, value: { ...item.value, name: cell.word } }], none: false };
  throw new Error('the table has another shape than was thought');
}

function number(like: Ir, value: number): Ir {
  if (like.op !== 'literal' || like.value.is !== 'number') throw new Error('no number');
  return { ...like, value: { ...like.value, digits: String(value) } };
}
