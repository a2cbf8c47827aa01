import type { FactRead, Field, Ir } from '../../engine/ir/ir.ts';
import { isOrdered, type Type } from '../../engine/ir/type.ts';
import { cell } from './cells.ts';
import type { Way } from './expressions.ts';
import { factReads, fieldReads } from './leaves.ts';
import { measured } from './tables.ts';
import { scalars, summary } from './vocabulary.ts';
import { node, type Scope } from './world.ts';

const boolean: Type = { is: 'boolean' };

/** Ways to true or false. */
export function conditionWays(depth: number, scope: Scope): readonly Way[] {
  const condition = (): Ir => scope.expression(boolean, depth - 1, scope);
  return [
    [
      10,
      () =>
        node('logic', boolean, {
          connective: scope.chance.pick(['and', 'or']),
          left: condition(),
          right: condition(),
        }),
    ],
    [4, () => node('not', boolean, { operand: condition() })],
    [12, () => comparison(depth, scope)],
    [10, () => membership(depth, scope)],
    [3, () => known(scope)],
  ];
}

function comparison(depth: number, scope: Scope): Ir {
  const { chance } = scope;
  const type = chance.chance(0.9)
    ? chance.pick(scalars)
    : chance.pick<Type>([summary, { is: 'list', of: chance.pick(scalars) }]);
  return node('compare', boolean, {
    comparison: chance.pick(isOrdered(type) ? ['=', '!=', '<', '<=', '>', '>='] : ['=', '!=']),
    left: measured(type, depth - 1, scope),
    right: scope.expression(type, chance.chance(0.7) ? 0 : depth - 1, scope),
  });
}

function membership(depth: number, scope: Scope): Ir {
  const type = scope.chance.pick(scalars);
  return node('within', boolean, { value: measured(type, depth - 1, scope), range: cell(type, depth - 1, scope) });
}

function known(scope: Scope): Ir {
  const { chance } = scope;
  const type = chance.pick(scalars);
  const places: readonly (FactRead | Field)[] = [...factReads(type, scope), ...fieldReads(type, scope)];
  return places.length === 0
    ? scope.expression(boolean, 0, scope)
    : node('known', boolean, { of: chance.pick(places), negated: chance.chance(0.4) });
}
