import type { Program } from '../../engine/ir/program.ts';
import type { DurationFamily, Type } from '../../engine/ir/type.ts';
import type { Value } from '../../engine/ir/value.ts';
import type { Random } from './random.ts';

/** What values are drawn from: round ones, which policies name as bounds, or any. */
export type Grain = 'round' | 'fine';

/** Decimals that each sort of amount is given with when nothing else is declared; percents as ratios. */
export const usualScale = { number: 2, percent: 4, money: 2, quantity: 2, duration: 0 } as const;

const texts = ['', 'a', 'b.c', 'red M', 'SO-1', 'SO-2026', '提成', '\u{20bb7}野', 'ｆ', 'say "M"', 'M', 'true'];

/** A random value of the type. */
export function valueOf(type: Type, program: Program, chance: Random, grain: Grain): Value {
  switch (type.is) {
    case 'number':
      return { is: 'number', digits: digits(chance, grain === 'round' ? [-6, 24, -1] : [-400, 1500, 2], 5n) };
    case 'percent':
      return { is: 'percent', digits: digits(chance, grain === 'round' ? [0, 30, 2] : [0, 15_000, 4], 5n) };
    case 'money': {
      const units = grain === 'round' ? digits(chance, [0, 20, -2], 5n) : digits(chance, [-20_000, 1_100_000, 2], 1n);
      return { is: 'money', digits: units, currency: type.currency };
    }
    case 'quantity': {
      const whole = program.units[type.unit]?.whole === true;
      const units = whole ? digits(chance, [0, 100, 0], 1n) : digits(chance, [0, 80, 2], grain === 'round' ? 25n : 7n);
      return { is: 'quantity', digits: units, unit: type.unit };
    }
    case 'duration':
      if (chance.chance(0.02)) return { is: 'no-duration' };
      return { is: 'duration', digits: String(wholeDuration(type.family, chance, grain)), family: type.family };
    case 'date':
      return { is: 'date', iso: dateOf(chance, grain) };
    case 'time':
      return { is: 'time', iso: timeOf(chance, grain) };
    case 'date-time':
      return { is: 'date-time', iso: `${dateOf(chance, grain)}T${timeOf(chance, grain)}` };
    case 'text':
      return { is: 'text', text: chance.pick(texts) };
    case 'boolean':
      return { is: 'boolean', truth: chance.chance(0.5) };
    case 'enumeration':
      return {
        is: 'member',
        enumeration: type.name,
        name: chance.pick(Object.keys(program.enumerations[type.name] ?? {})),
      };
    case 'post':
      return {
        is: 'post',
        scope: type.scope,
        name: chance.pick(Object.keys(program.organizations[type.scope]?.posts ?? {})),
      };
    case 'list':
      return {
        is: 'list',
        items: Array.from({ length: chance.pick([0, 1, 1, 2, 2, 3, 3, 4, 5, 8]) }, () =>
          valueOf(type.of, program, chance, grain),
        ),
      };
    case 'record':
      return {
        is: 'record',
        fields: Object.fromEntries(
          Object.entries(type.fields).map(([name, field]) => [name, valueOf(field, program, chance, grain)]),
        ),
      };
    case 'unknown':
      throw new Error('no values of an unknown type');
  }
}

function wholeDuration(family: DurationFamily, chance: Random, grain: Grain): number {
  switch (family) {
    case 'days':
      return grain === 'round' ? chance.below(13) * 5 : chance.between(-10, 70);
    case 'months':
      return grain === 'round' ? chance.below(9) * 3 : chance.between(-3, 30);
    case 'minutes':
      return grain === 'round' ? chance.below(50) * 60 : chance.between(-100, 3000);
  }
}

/** A whole number of steps between low and high, with so many decimals (below 0: zeros). */
function digits(chance: Random, [low, high, decimals]: readonly [number, number, number], step: bigint): string {
  const units = BigInt(chance.between(low, high)) * step;
  return decimals < 0 ? String(units * 10n ** BigInt(-decimals)) : decimalText(units, decimals);
}

/** `-12.5` from -125 and 1 decimal. */
export function decimalText(units: bigint, decimals: number): string {
  const text = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const point = text.length - decimals;
  const part = text.slice(point).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${text.slice(0, point)}${part === '' ? '' : `.${part}`}`;
}

function dateOf(chance: Random, grain: Grain): string {
  const year = chance.between(2024, 2027);
  const month = chance.between(1, 12);
  const day = grain === 'round' ? chance.pick([1, 15, 28, 29, 30, 31]) : chance.between(1, 31);
  // A day that the month lacks becomes its last one, so that ends of months are met often.
  return new Date(Math.min(Date.UTC(year, month - 1, day), Date.UTC(year, month, 0))).toISOString().slice(0, 10);
}

function timeOf(chance: Random, grain: Grain): string {
  const part = (limit: number): string => String(chance.below(limit)).padStart(2, '0');
  if (grain === 'round') return `${part(24)}:00:00`;
  return `${part(24)}:${part(60)}:${chance.chance(0.3) ? part(60) : '00'}`;
}
