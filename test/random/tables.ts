import type { Ir, Range, Table } from '../../engine/ir/ir.ts';
import { isNumeric, isOrdered, type Type } from '../../engine/ir/type.ts';
import { thereAndBack } from './calls.ts';
import { cell, tiers } from './cells.ts';
import { restsOn } from './marks.ts';
import { node, nowhere, type Scope } from './world.ts';
import { scalars } from './vocabulary.ts';

const numeric = scalars.filter(isNumeric);
const scales = scalars.filter((type) => isOrdered(type) && type.is !== 'text');

/** A scale cut into tiers, of which one gives the value as it stands. */
export function slab(type: Type, depth: number, scope: Scope): Ir {
  const by = scope.chance.pick(scales);
  return bands('slab', type, by, type, depth, scope);
}

export function graduated(type: Type, depth: number, scope: Scope): Ir {
  const rate: Type =
    type.is === 'number' ? scope.chance.pick([{ is: 'number' }, { is: 'percent' }]) : { is: 'percent' };
  return bands('graduated', type, type, rate, depth, scope);
}

export function interpolated(type: Type, depth: number, scope: Scope): Ir {
  return bands('interpolated', type, scope.chance.pick(numeric), type, depth, scope);
}

function bands(
  mode: 'slab' | 'graduated' | 'interpolated',
  type: Type,
  by: Type,
  value: Type,
  depth: number,
  scope: Scope,
): Ir {
  const cut = tiers(by, scope.chance.between(1, 4), scope);
  const bounded = mode === 'slab' || scope.chance.chance(0.1) ? cut : cut.filter(({ low, high }) => low && high);
  const ranges = bounded.length > 0 ? bounded : cut;
  return node('bands', type, {
    mode,
    by: measured(by, depth - 1, scope),
    bands: ranges.map((range) => ({
      range,
      value: restsOn(scope.expression(value, depth - 2, scope), 0.2, scope),
      cites: [],
      origin: nowhere,
    })),
  });
}

/** What tiers and columns look at: mostly something given, so that values meet the edges. */
export function measured(type: Type, depth: number, scope: Scope): Ir {
  const value = scope.expression(type, scope.chance.chance(0.7) ? 0 : Math.min(depth, 1), scope);
  return restsOn(isNumeric(type) ? thereAndBack(value, 0.15, scope) : value, 0.2, scope);
}

export function table(type: Type, depth: number, scope: Scope): Ir {
  return scope.chance.chance(0.6) ? unique(type, depth, scope) : first(type, depth, scope);
}

function unique(type: Type, depth: number, scope: Scope): Ir {
  const { chance } = scope;
  const key = chance.pick(scalars.filter((each) => each.is !== 'text'));
  const more = Array.from({ length: chance.below(3) }, () => chance.pick(scalars));
  // The column that tells the rows apart stands anywhere, so that a row can look at others in vain.
  const place = chance.below(more.length + 1);
  const rows = partition(key, scope).map((own) =>
    more.map((column) => cellOrAny(column, 0.6, depth, scope)).toSpliced(place, 0, own),
  );
  return tableOf('unique', type, more.toSpliced(place, 0, key), rows, depth, scope);
}

/** Cells of which at most one accepts a value, as a rule. */
function partition(type: Type, scope: Scope): readonly Range[] {
  if (isOrdered(type)) return tiers(type, scope.chance.between(1, 4), scope);
  const first = cell(type, 0, scope);
  if (first.range !== 'set') return [first];
  return [first, { ...first, none: !first.none }, ...(scope.chance.chance(0.2) ? [first] : [])];
}

function first(type: Type, depth: number, scope: Scope): Ir {
  const { columns, rows } = grid(depth, scope);
  return tableOf('first', type, columns, rows, depth, scope);
}

/** A table all of whose true rows count. */
export function collect(operator: NonNullable<Table['collect']>, type: Type, depth: number, scope: Scope): Ir {
  const { columns, rows } = grid(depth, scope);
  const of: Type = operator === 'count' ? { is: 'boolean' } : type.is === 'list' ? type.of : type;
  const { values, ...frame } = frameOf(of, columns, rows, depth, scope);
  return node('table', type, {
    ...frame,
    hit: 'collect',
    collect: operator,
    ...otherwise(type, 0.15, depth, scope),
    rows: values,
  });
}

function grid(depth: number, scope: Scope): { readonly columns: readonly Type[]; readonly rows: readonly Range[][] } {
  const { chance } = scope;
  const columns = Array.from({ length: chance.between(1, 3) }, () => chance.pick(scalars));
  const rows = Array.from({ length: chance.between(1, 4) }, () =>
    columns.map((column) => cellOrAny(column, 0.2, depth, scope)),
  );
  return { columns, rows };
}

function tableOf(
  hit: 'unique' | 'first',
  type: Type,
  columns: readonly Type[],
  rows: readonly (readonly Range[])[],
  depth: number,
  scope: Scope,
): Ir {
  const { values, ...frame } = frameOf(type, columns, rows, depth, scope);
  return node('table', type, { ...frame, hit, ...otherwise(type, 0.6, depth, scope), rows: values });
}

function frameOf(
  type: Type,
  columns: readonly Type[],
  rows: readonly (readonly Range[])[],
  depth: number,
  scope: Scope,
): Pick<Table, 'columns'> & { readonly values: Table['rows'] } {
  return {
    columns: columns.map((column, i) => ({ name: `column ${i + 1}`, value: measured(column, depth - 1, scope) })),
    values: rows.map((cells) => ({
      cells,
      value: restsOn(scope.expression(type, depth - 2, scope), 0.2, scope),
      cites: [],
      origin: nowhere,
    })),
  };
}

function otherwise(type: Type, probability: number, depth: number, scope: Scope): { readonly otherwise?: Ir } {
  return scope.chance.chance(probability) ? { otherwise: scope.expression(type, depth - 2, scope) } : {};
}

function cellOrAny(type: Type, any: number, depth: number, scope: Scope): Range {
  return scope.chance.chance(any) ? { range: 'any' } : cell(type, depth - 1, scope);
}
