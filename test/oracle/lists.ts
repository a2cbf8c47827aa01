import type { Aggregate, Fold } from '../../engine/ir/ir.ts';
import type { Type } from '../../engine/ir/type.ts';
import { connected } from './logic.ts';
import { bind, type Place } from './place.ts';
import { over, plus, whole, zero, type Rational } from './rational.ts';
import { determined, flagsOf, isFalse, isTrue, strict, undetermined, withFlags, type Result } from './result.ts';
import { amount, compared, truth, type Thing } from './value.ts';

export function aggregate(node: Aggregate, place: Place): Result {
  return strict([place.evaluate(node.over, place)], ([list]) => {
    const elements = itemsOf(list!).map((item) => bind(place, node.local, item));
    return node.operator === 'any' || node.operator === 'all'
      ? quantified(node, node.operator === 'any' ? 'or' : 'and', elements)
      : overElements(node, elements);
  });
}

/** Over all elements: every one is looked at, so that all reasons are kept. */
function overElements(node: Aggregate, elements: readonly Place[]): Result {
  const kept: { readonly body: Result; readonly by: Result }[] = [];
  const wheres: Result[] = [];
  for (const element of elements) {
    const where = keeps(node, element);
    wheres.push(where);
    if (!isTrue(where)) continue;
    const by = node.by === undefined ? determined(truth(true)) : element.evaluate(node.by, element);
    kept.push({ by, body: element.evaluate(node.body, element) });
  }
  const seen = [...wheres, ...kept.flatMap(({ by, body }) => [by, body])];
  return strict(seen, () => {
    const values = kept.map(({ body }) => valueOf(body));
    if (node.operator === 'first' && node.by === undefined) return firstOf(values);
    return node.operator === 'first'
      ? firstBy(
          values,
          kept.map(({ by }) => valueOf(by)),
        )
      : collected(node.operator, values, node.type);
  });
}

/** `any` is a chain of `or` over the elements and `all` one of `and`; an element that is left out decides nothing. */
function quantified(node: Aggregate, connective: 'and' | 'or', elements: readonly Place[]): Result {
  const neutral = truth(connective === 'and');
  return elements.reduce<Result>(
    (chain, element) =>
      connected(connective, chain, () => {
        const where = keeps(node, element);
        if (where.status !== 'determined') return where;
        return withFlags(where.flags, isFalse(where) ? determined(neutral) : element.evaluate(node.body, element));
      }),
    determined(neutral),
  );
}

function keeps(node: Aggregate, element: Place): Result {
  return node.where === undefined ? determined(truth(true)) : element.evaluate(node.where, element);
}

/** What a list of values comes to; also what the rows of a `collect` table do. */
export function collected(
  operator: 'sum' | 'count' | 'min' | 'max' | 'average' | 'list' | 'first' | 'any' | 'all',
  values: readonly Thing[],
  type: Type,
): Result {
  switch (operator) {
    case 'count':
      return determined(amount(whole(values.length), type));
    case 'list':
      return determined({ is: 'list', items: values });
    case 'sum':
      return summed(values, (total) => determined(amount(total, type)));
    case 'average':
      if (values.length === 0) return undetermined({ code: 'empty-list' });
      return summed(values, (total) => determined(amount(over(total, whole(values.length)), type)));
    case 'min':
      return extreme(values, -1);
    case 'max':
      return extreme(values, 1);
    case 'first':
    case 'any':
    case 'all':
      throw new Error(`${operator} is no sum of values`);
  }
}

function summed(values: readonly Thing[], then: (total: Rational) => Result): Result {
  let total = zero;
  for (const value of values) {
    if (value.is === 'no-duration') return undetermined({ code: 'no-duration' });
    if (value.is !== 'amount') throw new Error(`${value.is} in a sum`);
    total = plus(total, value.number);
  }
  return then(total);
}

function extreme(values: readonly Thing[], sign: 1 | -1): Result {
  if (values.length === 0) return undetermined({ code: 'empty-list' });
  if (values.some((value) => value.is === 'no-duration')) return undetermined({ code: 'no-duration' });
  return determined(values.reduce((best, value) => (sign * compared(value, best)! > 0 ? value : best)));
}

function firstOf([value]: readonly Thing[]): Result {
  return value === undefined ? undetermined({ code: 'empty-list' }) : determined(value);
}

function firstBy(values: readonly Thing[], keys: readonly Thing[]): Result {
  const smallest = extreme(keys, -1);
  if (smallest.status !== 'determined') return smallest;
  const places = keys.flatMap((key, i) => (compared(key, smallest.value) === 0 ? [i] : []));
  return places.length > 1 ? undetermined({ code: 'tie' }) : determined(values[places[0]!]!);
}

/** Through the list in order with a state. */
export function fold(node: Fold, place: Place): Result {
  return strict([place.evaluate(node.over, place), place.evaluate(node.initial, place)], ([list, initial]) => {
    let state: Result = determined(initial!);
    for (const item of itemsOf(list!)) {
      if (state.status !== 'determined') return state;
      const inside = bind(bind(place, node.local, item), node.state, state.value);
      state = withFlags(flagsOf([state]), place.evaluate(node.step, inside));
    }
    return state;
  });
}

function valueOf(result: Result): Thing {
  if (result.status !== 'determined') throw new Error(`${result.status} has no value`);
  return result.value;
}

function itemsOf(thing: Thing): readonly Thing[] {
  if (thing.is !== 'list') throw new Error(`${thing.is} where a list belongs`);
  return thing.items;
}
