import type { Band, Range } from '../../engine/ir/ir.ts';
import { isOrdered, type Type } from '../../engine/ir/type.ts';
import type { Value } from '../../engine/ir/value.ts';
import type { Random } from '../random/random.ts';
import { literal } from '../random/world.ts';

/** A value as policies write them; few, so that ends meet. */
export function round(type: Type, chance: Random): Value {
  switch (type.is) {
    case 'number':
      return { is: 'number', digits: chance.pick(['-2', '-1', '0', '0', '0.5', '1', '2', '3', '5', '10']) };
    case 'percent':
      return { is: 'percent', digits: chance.pick(['-0.1', '0', '0', '0.3', '0.305', '0.5', '0.8', '1', '1.2']) };
    case 'money':
      return {
        is: 'money',
        digits: chance.pick(['-50', '0', '0', '0.5', '10', '99.99', '100', '500', '1000']),
        currency: 'CNY',
      };
    case 'date':
      return { is: 'date', iso: chance.pick(['2026-01-01', '2026-01-02', '2026-02-28', '2026-12-31']) };
    case 'boolean':
      return { is: 'boolean', truth: chance.chance(0.5) };
    case 'enumeration':
      return { is: 'member', enumeration: type.name, name: chance.pick(['A', 'B', 'C']) };
    case 'quantity':
      return { is: 'quantity', digits: chance.pick(['0', '1', '2', '5', '5', '10']), unit: type.unit };
    case 'time':
      return { is: 'time', iso: chance.pick(['00:00:00', '09:00:00', '09:00:01', '17:30:00', '23:59:59']) };
    case 'text':
      return { is: 'text', text: chance.pick(['x', 'y', 'z']) };
    default:
      throw new Error(`no round ${type.is}`);
  }
}

/** What a fact may be limited to. */
export function rangeOfFact(type: Type, chance: Random): Range | undefined {
  if (type.is === 'boolean' || type.is === 'text' || !chance.chance(0.6)) return undefined;
  if (type.is === 'enumeration') {
    return { range: 'set', none: chance.chance(0.5), items: [literal(type, round(type, chance))] };
  }
  if (chance.chance(0.1)) {
    return { range: 'set', none: chance.chance(0.3), items: [1, 2, 3].map(() => literal(type, round(type, chance))) };
  }
  return intervalOf(type, chance, chance.pick(['low', 'low', 'both']));
}

type Interval = Band['range'];

export function intervalOf(type: Type, chance: Random, ends: 'low' | 'high' | 'both'): Interval {
  const [low, high] = [round(type, chance), round(type, chance)].toSorted(byPlace);
  return {
    range: 'interval',
    ...(ends === 'high' ? {} : { low: { at: literal(type, low!), open: chance.chance(0.4) } }),
    ...(ends === 'low' ? {} : { high: { at: literal(type, high!), open: chance.chance(0.4) } }),
  };
}

/** A cell of a column of the type. */
export function cellOf(type: Type, chance: Random): Range {
  if (chance.chance(0.15)) return { range: 'any' };
  if (hasOrder(type) && chance.chance(0.75))
    return intervalOf(type, chance, chance.pick(['low', 'high', 'both', 'both']));
  return {
    range: 'set',
    none: chance.chance(0.35),
    items: Array.from({ length: chance.between(1, 2) }, () => literal(type, round(type, chance))),
  };
}

/** Tiers from low to high, now and then with a hole between two; only where they do not add up with an overlap. */
export function tiersOf(type: Type, chance: Random, mayOverlap: boolean): Interval[] {
  const cuts = [
    ...new Map(
      Array.from({ length: chance.between(2, 5) }, () => round(type, chance)).map((value) => [placeOf(value), value]),
    ).values(),
  ].toSorted(byPlace);
  if (cuts.length < 2) return tiersOf(type, chance, mayOverlap);
  const [openLow, openHigh] = [chance.chance(0.4), chance.chance(0.5)];
  const joints = cuts.map((value) => ({
    at: literal(type, value),
    sides: chance.pick([
      [true, false],
      [false, true],
      [true, false],
      [false, true],
      [true, false],
      [false, true],
      [false, false],
      [true, true],
    ] as const),
  }));
  const found = joints.slice(0, -1).map((low, i) => {
    const high = joints[i + 1]!;
    return {
      range: 'interval' as const,
      ...(i === 0 && openLow ? {} : { low: { at: low.at, open: !low.sides[1] } }),
      ...(i === joints.length - 2 && openHigh ? {} : { high: { at: high.at, open: !high.sides[0] } }),
    };
  });
  const kept = found.filter((_tier, i) => i === 0 || !chance.chance(0.08));
  if (mayOverlap && chance.chance(0.1)) kept.push(intervalOf(type, chance, 'both'));
  return chance.chance(0.15) ? kept.toReversed() : kept;
}

const placeOf = (value: Value): number =>
  'digits' in value
    ? Number(value.digits)
    : 'iso' in value
      ? Date.parse(value.is === 'time' ? `1970-01-01T${value.iso}Z` : value.iso)
      : 0;
const byPlace = (a: Value, b: Value): number => placeOf(a) - placeOf(b);

export const hasOrder = (type: Type): boolean => isOrdered(type) && type.is !== 'text';
