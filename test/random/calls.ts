import type { FunctionName } from '../../engine/ir/functions.ts';
import type { Ir } from '../../engine/ir/ir.ts';
import { isNumeric, isOrdered, type Type } from '../../engine/ir/type.ts';
import type { Way } from './expressions.ts';
import { scalars } from './vocabulary.ts';
import { weighted } from './random.ts';
import { valueOf } from './values.ts';
import { literal, node, scope as rules, type Scope } from './world.ts';

const number: Type = { is: 'number' };
const percent: Type = { is: 'percent' };
const text: Type = { is: 'text' };
const date: Type = { is: 'date' };
const moment: Type = { is: 'date-time' };
const post: Type = { is: 'post', scope: rules };

/** Operators and functions whose result is of the type. */
export function callWays(type: Type, depth: number, scope: Scope): readonly Way[] {
  const arg = (of: Type): Ir => scope.expression(of, depth - 1, scope);
  const call = (fn: FunctionName, ...types: readonly Type[]): (() => Ir) => {
    return () => node('call', type, { fn, args: types.map(arg) });
  };
  return [
    ...(isOrdered(type) ? [[2, extreme(type, arg, scope)] as const] : []),
    ...(isNumeric(type) ? numericWays(type, call, arg, scope) : []),
    ...ownWays(type, call, arg, scope),
  ];
}

type Make = (fn: FunctionName, ...types: readonly Type[]) => () => Ir;

function extreme(type: Type, arg: (of: Type) => Ir, scope: Scope): () => Ir {
  return () =>
    node('call', type, {
      fn: scope.chance.pick(['min', 'max']),
      args: Array.from({ length: scope.chance.between(2, 3) }, () =>
        isNumeric(type) ? thereAndBack(arg(type), 0.2, scope) : arg(type),
      ),
    });
}

/** The value as a quotient of its own multiple, now and then: quotients then meet edges and each other. */
export function thereAndBack(value: Ir, probability: number, { chance }: Scope): Ir {
  if (!chance.chance(probability)) return value;
  const digits = chance.pick(['2', '3', '7']);
  const by =
    value.type.is === 'percent'
      ? literal(percent, { is: 'percent', digits })
      : literal(number, { is: 'number', digits });
  const product = node('call', value.type, { fn: 'multiply', args: [value, by] });
  return node('call', value.type, { fn: 'divide', args: [product, by] });
}

function numericWays(type: Type, call: Make, arg: (of: Type) => Ir, scope: Scope): readonly Way[] {
  const { chance } = scope;
  const scalar = (): Type => (type.is === 'percent' ? percent : chance.pick([number, percent]));
  const stepped = (fn: 'floor' | 'ceil') => (): Ir => {
    const step = chance.chance(0.85) ? literal(type, valueOf(type, scope.program, chance, 'round')) : arg(type);
    const value = chance.chance(0.4) ? node('call', type, { fn: 'negate', args: [arg(type)] }) : arg(type);
    return node('call', type, { fn, args: [value, step] });
  };
  return [
    [4, call('add', type, type)],
    [4, call('subtract', type, type)],
    [4, call('multiply', type, scalar())],
    [4, call('multiply', scalar(), type)],
    [4, call('divide', type, chance.pick([number, percent]))],
    [2, call('negate', type)],
    [2, call('abs', type)],
    [2, stepped('floor')],
    [2, stepped('ceil')],
    ...(type.is === 'percent' ? [[6, ratio(call, scope)] as const] : []),
  ];
}

/** Two like amounts make a percent. */
function ratio(call: Make, scope: Scope): () => Ir {
  const amount = scope.chance.pick(scalars.filter((type) => isNumeric(type) && type.is !== 'number'));
  return call('divide', amount, amount);
}

function ownWays(type: Type, call: Make, arg: (of: Type) => Ir, scope: Scope): readonly Way[] {
  const { chance } = scope;
  switch (type.is) {
    case 'number':
      return [
        [9, call('full-years', date, date)],
        [9, call('year-of', date)],
        [11, call('month-of', date)],
        [9, call('day-of', date)],
        [6, call('length', text)],
        [8, call('size', { is: 'list', of: chance.pick(scalars) })],
      ];
    case 'duration':
      return [
        [type.family === 'days' ? 6 : 0, call('days-between', date, date)],
        [type.family === 'months' ? 6 : 0, call('full-months', date, date)],
      ];
    case 'date':
      return [
        [10, moved(type, ['days', 'months'], arg, scope)],
        [4, call('month-end', date)],
        [4, call('month-start', date)],
        [6, call('last-weekday', { is: 'enumeration', name: 'weekday' }, date)],
        [3, call('date-of', moment)],
      ];
    case 'date-time':
      return [[10, moved(type, ['days', 'months', 'minutes'], arg, scope)]];
    case 'time':
      return [[8, call('time-of', moment)]];
    case 'boolean':
      return [
        [2, call('starts-with', text, text)],
        [2, call('contains', text, text)],
        [2, call('is-above', post, post)],
      ];
    case 'enumeration':
      return [[type.name === 'weekday' ? 8 : 0, call('weekday', date)]];
    case 'post':
      return [[8, call('superior-of', post)]];
    case 'text':
      return [[6, call('department-of', post)]];
    default:
      return [];
  }
}

/** A date or moment some time earlier or later; mostly by a whole duration, since parts of a day are an error. */
function moved(
  type: Type,
  families: readonly ('days' | 'months' | 'minutes')[],
  arg: (of: Type) => Ir,
  scope: Scope,
): () => Ir {
  return () => {
    const { chance } = scope;
    const duration: Type = { is: 'duration', family: chance.pick(families) };
    const by = weighted(
      [
        [16, () => scope.expression(duration, 0, scope)],
        [2, () => arg(duration)],
        [2, () => part(duration, scope)],
      ],
      chance,
    )();
    const args = [arg(type), by];
    if (chance.chance(0.5)) return node('call', type, { fn: 'subtract', args });
    return node('call', type, { fn: 'add', args: chance.chance(0.2) ? args.reverse() : args });
  };
}

/** Half a day, or a third of a month. */
function part(duration: Type, scope: Scope): Ir {
  const share = literal(number, { is: 'number', digits: scope.chance.pick(['2', '2', '3', '48']) });
  return node('call', duration, { fn: 'divide', args: [scope.expression(duration, 0, scope), share] });
}
