import type { Table } from '../ir/ir.ts';
import { isLine } from '../proof/line.ts';
import type { Box, Path } from './box.ts';
import { compared, isWithin } from './compare.ts';
import { zero } from './form.ts';
import * as quotients from './quotient.ts';
import { failing, nothingOf, ofAtom, keyOf, readsOf, undetermined, type Nothing, type Symbol } from './symbol.ts';
import { heard, isTooWide, truthsOf, type Walk } from './walk.ts';
import { computedAtom } from './world.ts';

type Values = Generator<Path<Symbol>, void, undefined>;

/** What the rows before said: which are true, and what leaves others open. */
interface Met {
  readonly rows: readonly number[];
  readonly open: readonly Nothing[];
}

/** A decision table: one part of the box for each way in which its rows can hold. */
export function* tableValues(ir: Table, box: Box, walk: Walk): Values {
  if (isTooWide(ir.rows.length, walk)) return;
  for (const { box: inside, value: met } of meeting(ir, 0, { rows: [], open: [] }, box, walk)) {
    const error = met.open.find(({ status }) => status === 'error');
    if (error !== undefined) yield { box: inside, value: error };
    else yield* byHit(ir, met, inside, walk);
  }
}

function* byHit(ir: Table, { rows, open }: Met, box: Box, walk: Walk): Values {
  const [first, ...more] = rows;
  switch (ir.hit) {
    case 'first':
      if (open[0] !== undefined) return yield { box, value: open[0] };
      return first === undefined ? yield* otherwise(ir, box, walk) : yield* rowValue(ir, first, box, walk);
    case 'unique':
      if (more.length > 0) return yield { box, value: failing('table/overlap') };
      if (first !== undefined) return yield* rowValue(ir, first, box, walk);
      return open.length > 0
        ? yield { box, value: nothingOf(open) ?? failing('table') }
        : yield* otherwise(ir, box, walk);
    case 'collect':
      if (open.length > 0) return yield { box, value: nothingOf(open) ?? failing('table') };
      if (first === undefined && ir.otherwise !== undefined) return yield* otherwise(ir, box, walk);
      return yield* collected(ir, rows, [], box, walk);
  }
}

/** Goes through the rows; `first` stops at the first one that is true or open. */
function* meeting(ir: Table, i: number, met: Met, box: Box, walk: Walk): Generator<Path<Met>, void, undefined> {
  const row = ir.rows[i];
  if (row === undefined) return yield { box, value: met };
  for (const { box: inside, value } of rowConditions(ir, i, box, walk)) {
    walk.hear?.(row, heard(value), inside);
    const now: Met =
      value === true
        ? { ...met, rows: [...met.rows, i] }
        : value === false
          ? met
          : { ...met, open: [...met.open, value] };
    if (ir.hit === 'first' && value !== false) yield { box: inside, value: now };
    else yield* meeting(ir, i + 1, now, inside, walk);
  }
}

/** Whether a row holds, in the parts of the box in which it does so. */
export function rowConditions(
  ir: Table,
  row: number,
  box: Box,
  walk: Walk,
): Generator<Path<boolean | Nothing>, void, undefined> {
  return condition(ir, row, 0, [], box, walk);
}

/** The `and` chain of the row's cells, left to right. */
function* condition(
  ir: Table,
  row: number,
  i: number,
  open: readonly Nothing[],
  box: Box,
  walk: Walk,
): Generator<Path<boolean | Nothing>, void, undefined> {
  const [cell, column] = [ir.rows[row]?.cells[i], ir.columns[i]];
  if (cell === undefined || column === undefined) return yield { box, value: asNothing(open) ?? true };
  if (cell.range === 'any') return yield* condition(ir, row, i + 1, open, box, walk);
  for (const { box: inside, value } of walk.run(column.value, box, walk)) {
    if (value.is === 'nothing') {
      if (value.status === 'error') yield { box: inside, value };
      else yield* condition(ir, row, i + 1, [...open, value], inside, walk);
      continue;
    }
    for (const path of isWithin(value, cell, column.value, inside, walk)) {
      for (const { box: further, value: accepts } of truthsOf(path)) {
        if (accepts === false) yield { box: further, value: false };
        else if (accepts === true) yield* condition(ir, row, i + 1, open, further, walk);
        else if (accepts.status === 'error') yield { box: further, value: accepts };
        else yield* condition(ir, row, i + 1, [...open, accepts], further, walk);
      }
    }
  }
}

const asNothing = (open: readonly Nothing[]): Nothing | undefined => nothingOf(open);

function* rowValue(ir: Table, i: number, box: Box, walk: Walk): Values {
  const row = ir.rows[i];
  if (row !== undefined) yield* walk.run(row.value, box, walk);
}

function* otherwise(ir: Table, box: Box, walk: Walk): Values {
  if (ir.otherwise === undefined) return yield { box, value: undetermined('gap') };
  walk.hear?.(ir.otherwise, true, box);
  yield* walk.run(ir.otherwise, box, walk);
}

function* collected(ir: Table, rows: readonly number[], before: readonly Symbol[], box: Box, walk: Walk): Values {
  const [row, ...rest] = rows;
  if (row === undefined) return yield* put(ir, before, box, walk);
  for (const { box: inside, value } of rowValue(ir, row, box, walk)) {
    yield* collected(ir, rest, [...before, value], inside, walk);
  }
}

function* put(ir: Table, items: readonly Symbol[], box: Box, walk: Walk): Values {
  const nothing = nothingOf(items);
  if (nothing !== undefined) return yield { box, value: nothing };
  const { collect = 'list', type } = ir;
  switch (collect) {
    case 'list':
      return yield { box, value: { is: 'list', items } };
    case 'count':
      return yield { box, value: { is: 'amount', type: { is: 'number' }, of: count(items.length) } };
    case 'sum': {
      const parts = items.flatMap((item) => (item.is === 'amount' ? [item.of] : []));
      if (!isLine(type) || parts.length < items.length) return yield { box, value: unknown(ir, items, walk) };
      return yield { box, value: { is: 'amount', type, of: parts.reduce(quotients.plus, quotients.number(zero)) } };
    }
    case 'min':
    case 'max':
      return yield* best(ir, items, box, walk);
  }
}

function* best(ir: Table, items: readonly Symbol[], box: Box, walk: Walk): Values {
  const [first, second, ...rest] = items;
  if (first === undefined) return yield { box, value: undetermined('empty-list') };
  if (second === undefined) return yield { box, value: first };
  for (const path of compared(ir.collect === 'min' ? '<=' : '>=', [first, second], ir, box, walk)) {
    for (const { box: inside, value } of truthsOf(path)) {
      if (typeof value === 'boolean') yield* best(ir, [value ? first : second, ...rest], inside, walk);
      else yield { box: inside, value };
    }
  }
}

const count = (size: number): quotients.Quotient => quotients.number({ top: BigInt(size), bottom: 1n });

function unknown(ir: Table, items: readonly Symbol[], { world }: Walk): Symbol {
  return ofAtom(computedAtom(`${ir.collect}(${items.map(keyOf).join(', ')})`, ir, items.flatMap(readsOf), world));
}
