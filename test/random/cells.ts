import type { Ir, Range } from '../../engine/ir/ir.ts';
import { isOrdered, type Type } from '../../engine/ir/type.ts';
import type { Value } from '../../engine/ir/value.ts';
import { compared, toThing } from '../oracle/value.ts';
import { weighted, type Random } from './random.ts';
import { valueOf } from './values.ts';
import { literal, node, type Scope } from './world.ts';

export type Interval = Extract<Range, { range: 'interval' }>;

/** What a cell, or the right side of `in`, may accept of values of the type. */
export function cell(type: Type, depth: number, scope: Scope): Range {
  const { chance } = scope;
  const lists = Object.values(scope.program.facts).filter(
    (fact) => fact.type.is === 'list' && JSON.stringify(fact.type.of) === JSON.stringify(type),
  );
  return weighted<() => Range>(
    [
      [2, () => ({ range: 'any' })],
      [isOrdered(type) ? 10 : 0, () => interval(type, depth, scope)],
      [isOrdered(type) ? 3 : 9, () => set(type, depth, scope)],
      [lists.length > 0 ? 1 : 0, () => ({ range: 'list', list: readFact(chance.pick(lists)) })],
    ],
    chance,
  )();
}

function readFact({ name, type }: { readonly name: string; readonly type: Type }): Ir {
  return node('fact', type, { name });
}

export function interval(type: Type, depth: number, scope: Scope): Interval {
  const { chance } = scope;
  const [low, high] = sorted([roundValue(type, scope), roundValue(type, scope)]);
  const ends = chance.pick(['both', 'both', 'low', 'high']);
  return {
    range: 'interval',
    ...(ends === 'high' ? {} : { low: { at: end(type, low!, depth, scope), open: chance.chance(0.5) } }),
    ...(ends === 'low' ? {} : { high: { at: end(type, high!, depth, scope), open: chance.chance(0.5) } }),
  };
}

export function set(type: Type, depth: number, scope: Scope): Extract<Range, { range: 'set' }> {
  const { chance } = scope;
  const none = chance.chance(0.3);
  return {
    range: 'set',
    items: Array.from({ length: none ? 1 : chance.between(1, 3) }, () =>
      end(type, valueOf(type, scope.program, chance, 'round'), depth, scope),
    ),
    none,
  };
}

/** Mostly the value itself; sometimes a bound that is worked out. */
function end(type: Type, value: Value, depth: number, scope: Scope): Ir {
  return depth > 0 && scope.chance.chance(0.08) ? scope.expression(type, 1, scope) : literal(type, value);
}

/** Intervals that cut a scale into tiers from low to high, now and then with a hole or an overlap. */
export function tiers(type: Type, count: number, scope: Scope): readonly Interval[] {
  const { chance } = scope;
  const cuts = distinct(sorted(Array.from({ length: count + 1 }, () => roundValue(type, scope))));
  if (cuts.length < 2) return tiers(type, count + 1, scope);
  const [openLow, openHigh] = [chance.chance(0.4), chance.chance(0.5)];
  const joints = cuts.map((cut) => {
    const [left, right] = joint(chance);
    return { at: literal(type, cut), left, right };
  });
  const found = joints.slice(0, -1).map((low, i): Interval => {
    const high = joints[i + 1]!;
    const first = i === 0 && openLow;
    const last = i === joints.length - 2 && openHigh;
    return {
      range: 'interval',
      ...(first ? {} : { low: { at: low.at, open: !low.right } }),
      ...(last ? {} : { high: { at: high.at, open: !high.left } }),
    };
  });
  return found.filter((_tier, i) => i === 0 || !chance.chance(0.06));
}

/** Which side of a cut owns it. */
function joint(chance: Random): readonly [left: boolean, right: boolean] {
  return weighted(
    [
      [8, [true, false]],
      [8, [false, true]],
      [2, [false, false]],
      [1, [true, true]],
    ],
    chance,
  );
}

function roundValue(type: Type, scope: Scope): Value {
  const value = valueOf(type, scope.program, scope.chance, 'round');
  return value.is === 'no-duration' ? roundValue(type, scope) : value;
}

function sorted(values: readonly Value[]): readonly Value[] {
  return [...values].sort((a, b) => compared(toThing(a), toThing(b)) ?? 0);
}

function distinct(values: readonly Value[]): readonly Value[] {
  return values.filter((value, i) => i === 0 || compared(toThing(value), toThing(values[i - 1]!)) !== 0);
}
