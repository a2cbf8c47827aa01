import type { Row, Table } from '../../ir/ir.ts';
import { added, compared, numberOf } from './ratio.ts';
import {
  boundCell,
  determined,
  error,
  fine,
  mainTerm,
  numberIn,
  open,
  pickCell,
  strictly,
  truthIn,
  worst,
  type Cell,
  type CellBranch,
} from './cell.ts';
import { areExclusive } from './exclusive.ts';
import type { Say } from './expression.ts';
import { noFlags, union, type Flags } from './flags.ts';
import { connected, failing } from './logic.ts';
import { chained, no, pick, sql, whole, yes, type Term } from './term.ts';
import { isKnown, isOpen, not, or, surely } from './truth.ts';
import { chosenOnce } from './tier.ts';
import { within } from './within.ts';
import type { Writing } from './writing.ts';

/** A decision table by its hit policy. */
export function tableCell(ir: Table, say: Say, here: Writing): Cell {
  const columns = new Map<number, Cell>();
  const column = (i: number): Cell => {
    const known = columns.get(i);
    const named = ir.columns[i];
    if (known !== undefined) return known;
    if (named === undefined) throw new Error(`no column ${String(i)}`);
    const cell = boundCell(say(named.value, here), here);
    columns.set(i, cell);
    return cell;
  };
  const isApart = ir.hit === 'unique' && areExclusive(ir.rows);
  // Of rows that no value meets twice, none is asked again.
  const isAskedOnce = isApart && ir.otherwise === undefined && ir.columns.length === 1;
  const conditions = ir.rows.map((row) => {
    const condition = conditionOf(row, column, say, here);
    return isAskedOnce ? condition : boundCell(condition, here);
  });
  switch (ir.hit) {
    case 'unique':
      return unique(ir, isApart, conditions, say, here);
    case 'first':
      return first(ir, conditions, say, here);
    case 'collect':
      return collect(ir, conditions, say, here);
  }
}

/** The `and` chain of the row's cells, left to right. */
function conditionOf(row: Row, column: (i: number) => Cell, say: Say, here: Writing): Cell {
  return row.cells.reduce<Cell>(
    (chain, cell, i) =>
      cell.range === 'any'
        ? chain
        : connected(
            'and',
            chain,
            within(cell, () => column(i), say, here),
            here,
          ),
    determined({ is: 'truth', term: yes }),
  );
}

function otherwiseOf(ir: Table, say: Say, here: Writing): Cell {
  return ir.otherwise === undefined ? open : say(ir.otherwise, here);
}

function unique(ir: Table, isApart: boolean, conditions: readonly Cell[], say: Say, here: Writing): Cell {
  const truths = conditions.map(truthIn);
  const branches = ir.rows.flatMap(({ value }, i): CellBranch[] => {
    const [condition, truth] = [conditions[i], truths[i]];
    return condition === undefined || truth === undefined
      ? []
      : [{ when: truth, then: with_(condition.flags, say(value, here), here) }];
  });
  const all = flagsOf(conditions, here);
  const noneHolds =
    ir.otherwise === undefined
      ? open
      : pickCell([{ when: isOpen(or(...truths)), then: open }], with_(all, say(ir.otherwise, here), here), here);
  const row = pickCell(isApart ? chosenOnce(branches, here) : branches, noneHolds, here);
  const failed = here.sheet.bind(worst(...conditions.map(({ failed: each }) => each)));
  const several = isApart || truths.length < 2 ? no : sql`${counted(truths)} > 1`;
  return {
    ...row,
    failed: pick(
      [
        { when: failing({ failed }), then: failed },
        { when: several, then: error },
      ],
      row.failed,
    ),
  };
}

function counted(truths: readonly Term[]): Term {
  return chained(
    '+',
    truths.map((truth) => pick([{ when: truth, then: whole(1n) }], whole(0n))),
  );
}

function flagsOf(cells: readonly Cell[], here: Writing): Flags {
  return cells.reduce((flags, cell) => union(flags, cell.flags, here), noFlags);
}

function with_(flags: Flags, cell: Cell, here: Writing): Cell {
  return { ...cell, flags: union(flags, cell.flags, here) };
}

function first(ir: Table, conditions: readonly Cell[], say: Say, here: Writing): Cell {
  let flags = noFlags;
  const branches = ir.rows.flatMap(({ value }, i): CellBranch[] => {
    const condition = conditions[i];
    if (condition === undefined) return [];
    flags = union(flags, condition.flags, here);
    const truth = truthIn(condition);
    return [
      { when: failing(condition), then: { ...open, failed: condition.failed } },
      { when: isOpen(truth), then: open },
      { when: truth, then: with_(flags, say(value, here), here) },
    ];
  });
  return pickCell(branches, with_(flags, otherwiseOf(ir, say, here), here), here);
}

/** All rows that hold. Lists have no form here. */
function collect(ir: Table, conditions: readonly Cell[], say: Say, here: Writing): Cell {
  const rows = ir.rows.flatMap(({ value }, i) => {
    const condition = conditions[i];
    return condition === undefined ? [] : [{ holds: truthIn(condition), value: boundCell(say(value, here), here) }];
  });
  const found = collected(ir, rows, here);
  const settled = strictly(conditions, { is: 'nothing' }, here);
  const met = rows.map(({ holds, value }) => pickCell([{ when: holds, then: value }], { ...open, failed: fine }, here));
  const noneMet = here.sheet.bind(not(or(...rows.map(({ holds }) => surely(holds)))));
  const some: Cell = { ...found, failed: worst(...met.map(({ failed }) => failed)), flags: flagsOf(met, here) };
  const value =
    ir.otherwise === undefined ? some : pickCell([{ when: noneMet, then: otherwiseOf(ir, say, here) }], some, here);
  const allKnown = conditions.map(truthIn).map(isKnown);
  const known = here.sheet.bind(
    allKnown.reduce(
      (left, right) => (left.always === true ? right : right.always === true ? left : sql`${left} AND ${right}`),
      yes,
    ),
  );
  const failedFirst = here.sheet.bind(settled.failed);
  return {
    worth: pickCell([{ when: known, then: value }], open, here).worth,
    failed: pick(
      [
        { when: failing({ failed: failedFirst }), then: failedFirst },
        { when: known, then: value.failed },
      ],
      fine,
    ),
    flags: union(settled.flags, value.flags, here),
  };
}

function collected(ir: Table, rows: readonly { readonly holds: Term; readonly value: Cell }[], here: Writing): Cell {
  const zero = determined({ is: 'number', number: numberOf(0n, 1n) });
  switch (ir.collect) {
    case 'sum': {
      const parts = rows.map(({ holds, value }) => numberIn(pickCell([{ when: holds, then: value }], zero, here)));
      return determined({
        is: 'number',
        number: parts.reduce((sum, part) => added(sum, part, here), numberOf(0n, 1n)),
      });
    }
    case 'count': {
      // A row that holds without a value leaves the count open.
      const unknown = or(...rows.map(({ holds, value }) => surely(valueOpen(holds, value))));
      const count = {
        is: 'number',
        number: { top: { term: counted(rows.map(({ holds }) => holds)), most: BigInt(rows.length) }, parts: 1n },
      } as const;
      return pickCell([{ when: unknown, then: open }], determined(count), here);
    }
    case 'min':
    case 'max': {
      const sign = ir.collect === 'min' ? '<' : '>';
      const each = rows.map(({ holds, value }) => ({ holds, number: numberIn(value) }));
      const unknown = or(...rows.map(({ holds, value }) => surely(valueOpen(holds, value))));
      // The value that no other one beats.
      const branches = rows.map(({ holds, value }, i) => ({
        when: here.sheet.bind(
          [
            surely(holds),
            ...each.flatMap((other, k) => (k === i ? [] : [not(surely(beats(other, sign, numberIn(value), here)))])),
          ].reduce((left, right) => sql`${left} AND ${right}`),
        ),
        then: value,
      }));
      return pickCell([{ when: unknown, then: open }, ...branches], open, here);
    }
    default:
      throw new Error('a list has no form in SQL');
  }
}

function beats(
  other: { readonly holds: Term; readonly number: ReturnType<typeof numberIn> },
  sign: '<' | '>',
  value: ReturnType<typeof numberIn>,
  here: Writing,
): Term {
  return sql`${other.holds} AND ${compared(other.number, sign, value, here)}`;
}

function valueOpen(holds: Term, value: Cell): Term {
  const main = isOpen(mainTerm(value.worth));
  return main.always === true ? holds : main.always === false ? no : sql`${holds} AND ${main}`;
}
