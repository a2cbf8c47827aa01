import type { Ir } from '../../engine/ir/ir.ts';
import { isNumeric, isOrdered, type Type } from '../../engine/ir/type.ts';
import { callWays } from './calls.ts';
import { conditionWays } from './conditions.ts';
import { leaf } from './leaves.ts';
import { aggregate, fold, listWays } from './lists.ts';
import { leftTo, mark, reading, rounded } from './marks.ts';
import { weighted } from './random.ts';
import { collect, graduated, interpolated, slab, table } from './tables.ts';
import { node, type Scope } from './world.ts';

export type Way = readonly [weight: number, make: () => Ir];

/** Lists nest no deeper. */
export const deepest = 2;

/** A random well-typed expression, at most so deep. */
export function expression(type: Type, depth: number, scope: Scope): Ir {
  if (depth <= 0) return leaf(type, scope);
  return weighted(
    [
      [12, () => leaf(type, scope)],
      ...anyWays(type, depth, scope),
      ...callWays(type, depth, scope),
      ...listsOver(type, depth, scope),
      ...ownWays(type, depth, scope),
    ],
    scope.chance,
  )();
}

/** What gives a value of any type. */
function anyWays(type: Type, depth: number, scope: Scope): readonly Way[] {
  return [
    [4, () => choose(type, depth, scope)],
    [4, () => table(type, depth, scope)],
    [4, () => slab(type, depth, scope)],
    [3, () => reading(type, depth, scope)],
    [3, () => mark(type, depth, scope)],
    [type.is === 'list' || type.is === 'record' ? 0 : 1, () => leftTo(type, depth, scope)],
  ];
}

function choose(type: Type, depth: number, scope: Scope): Ir {
  return node('choose', type, {
    arms: Array.from({ length: scope.chance.between(1, 3) }, () => ({
      when: scope.expression({ is: 'boolean' }, depth - 1, scope),
      value: scope.expression(type, depth - 1, scope),
      cites: [],
    })),
    otherwise: scope.expression(type, depth - 1, scope),
  });
}

function listsOver(type: Type, depth: number, scope: Scope): readonly Way[] {
  if (scope.nesting >= deepest) return [];
  return [
    [2, () => aggregate('first', type, type, depth, scope)],
    [1, () => fold(type, depth, scope)],
    [isOrdered(type) ? 2 : 0, () => aggregate(scope.chance.pick(['min', 'max']), type, type, depth, scope)],
    [isNumeric(type) ? 4 : 0, () => aggregate(scope.chance.pick(['sum', 'average']), type, type, depth, scope)],
    [type.is === 'number' ? 18 : 0, () => aggregate('count', type, { is: 'boolean' }, depth, scope)],
    [
      type.is === 'boolean' ? 3 : 0,
      () => aggregate(scope.chance.pick(['any', 'all']), type, { is: 'boolean' }, depth, scope),
    ],
    [isNumeric(type) ? 2 : 0, () => collect('sum', type, depth, scope)],
    [isOrdered(type) ? 2 : 0, () => collect(scope.chance.pick(['min', 'max']), type, depth, scope)],
    [type.is === 'number' ? 18 : 0, () => collect('count', type, depth, scope)],
    [type.is === 'list' ? 4 : 0, () => collect('list', type, depth, scope)],
  ];
}

/** What only some types have. */
function ownWays(type: Type, depth: number, scope: Scope): readonly Way[] {
  switch (type.is) {
    case 'boolean':
      return conditionWays(depth, scope);
    case 'list':
      return listWays(type, depth, scope);
    case 'record':
      return [
        [
          isMade(type) ? 12 : 0,
          () =>
            node('record', type, {
              fields: Object.entries(type.fields).map(([name, field]) => ({
                name,
                value: scope.expression(field, depth - 1, scope),
              })),
            }),
        ],
      ];
    default:
      return isNumeric(type)
        ? [
            [4, () => rounded(type, depth, scope)],
            [4, () => graduated(type, depth, scope)],
            [5, () => interpolated(type, depth, scope)],
          ]
        : [];
  }
}

/** Records that a host gives have fields that may be missing; an expression makes them whole. */
function isMade(type: Type): boolean {
  return type.is === 'record' && 'total' in type.fields;
}
