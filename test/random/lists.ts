import type { AggregateOperator, Ir } from '../../engine/ir/ir.ts';
import { fits, isOrdered, type Type } from '../../engine/ir/type.ts';
import { restsOn } from './marks.ts';
import { weighted } from './random.ts';
import { lot, promoter, scalars } from './vocabulary.ts';
import { literal, node, type Bound, type Scope } from './world.ts';

/** An aggregate over some list; the scope says how deep lists already nest. */
export function aggregate(operator: AggregateOperator, type: Type, body: Type, depth: number, scope: Scope): Ir {
  const { chance } = scope;
  const { list, element } = someList(depth, scope);
  const inside = withElement(element, scope);
  return node('aggregate', type, {
    operator,
    over: list,
    local: element.id,
    name: element.name,
    body:
      operator === 'count'
        ? literal({ is: 'boolean' }, { is: 'boolean', truth: true })
        : inside.expression(body, depth - 2, inside),
    ...(chance.chance(0.45) ? { where: inside.expression({ is: 'boolean' }, chance.below(2), inside) } : {}),
    ...(operator === 'first' && chance.chance(0.9) ? { by: key(inside) } : {}),
  });
}

/** What `first` goes by; keys that repeat easily give ties. */
function key(scope: Scope): Ir {
  return scope.expression(scope.chance.pick(scalars.filter(isOrdered)), scope.chance.below(2), scope);
}

/**
 * A state carried through a list. The step names the state once, in a place that keeps numbers short: a product of states
 * would square its digits with every element.
 */
export function fold(type: Type, depth: number, scope: Scope): Ir {
  const { list, element } = someList(depth, scope);
  const inside = withElement(element, scope);
  const state: Bound = { id: scope.fresh(), name: 'state', type };
  const stateNow = node('local', type, { id: state.id, name: state.name });
  const value = inside.expression(type, depth - 2, inside);
  const change = restsOn(value, 0.3, scope);
  const numeric = type.is === 'number' || type.is === 'percent' || type.is === 'money' || type.is === 'quantity';
  const step = weighted<() => Ir>(
    [
      [numeric ? 3 : 0, () => node('call', type, { fn: 'add', args: [stateNow, change] })],
      [
        isOrdered(type) ? 2 : 0,
        () => node('call', type, { fn: scope.chance.pick(['min', 'max']), args: [stateNow, change] }),
      ],
      [
        3,
        () =>
          node('choose', type, {
            arms: [{ when: untilNow(stateNow, value, inside), value: change, cites: [] }],
            otherwise: stateNow,
          }),
      ],
    ],
    scope.chance,
  )();
  return node('fold', type, {
    over: list,
    local: element.id,
    state: state.id,
    initial: scope.expression(type, 1, scope),
    step,
  });
}

function untilNow(state: Ir, change: Ir, scope: Scope): Ir {
  return scope.chance.chance(0.5)
    ? scope.expression({ is: 'boolean' }, 1, scope)
    : node('compare', { is: 'boolean' }, { comparison: '!=', left: state, right: change });
}

function withElement(element: Bound, scope: Scope): Scope {
  return { ...scope, nesting: scope.nesting + 1, locals: [...scope.locals, element] };
}

function someList(depth: number, scope: Scope): { readonly list: Ir; readonly element: Bound } {
  const { chance } = scope;
  const of = weighted<Type>(
    [
      [5, promoter],
      [5, lot],
      [2, { is: 'money', currency: scope.program.currency }],
      [3, { is: 'date' }],
      [1, { is: 'text' }],
      [1, chance.pick(scalars)],
    ],
    chance,
  );
  return {
    list: scope.expression({ is: 'list', of }, chance.chance(of.is === 'date' ? 0.3 : 0.7) ? 0 : 1, scope),
    element: { id: scope.fresh(), name: 'e', type: of },
  };
}

/** Ways to a list, other than reading one. */
export function listWays(
  type: Extract<Type, { is: 'list' }>,
  depth: number,
  scope: Scope,
): readonly (readonly [number, () => Ir])[] {
  const { chance } = scope;
  const items = (): Ir =>
    node('list', type, {
      items: Array.from({ length: chance.below(4) }, () => scope.expression(type.of, depth - 1, scope)),
    });
  const join = (): Ir =>
    node('call', type, {
      fn: 'join',
      args: [scope.expression(type, depth - 1, scope), scope.expression(type, depth - 1, scope)],
    });
  const mapped = (): Ir => aggregate('list', type, type.of, depth, scope);
  const given = fits(type.of, promoter) || fits(type.of, lot);
  return [
    [given ? 1 : 5, items],
    [3, join],
    [scope.nesting < 2 ? 4 : 0, mapped],
    [type.of.is === 'date' ? 24 : 0, () => fewDays(type, depth, scope)],
  ];
}

/** `days(from, from + n days)`: short, since every element costs. */
function fewDays(type: Type, depth: number, scope: Scope): Ir {
  const { chance } = scope;
  const from = scope.expression({ is: 'date' }, Math.min(depth - 1, 1), scope);
  const days: Type = { is: 'duration', family: 'days' };
  const count = literal(days, { is: 'duration', family: 'days', digits: String(chance.between(-2, 12)) });
  return node('call', type, {
    fn: 'days',
    args: [from, node('call', { is: 'date' }, { fn: 'add', args: [from, count] })],
  });
}
