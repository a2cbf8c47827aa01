import type { Range } from '../../engine/ir/ir.ts';
import type { Fact, Program } from '../../engine/ir/program.ts';
import { boolean, date, money, number, percent, quantity, text, time, type Type } from '../../engine/ir/type.ts';
import { random, type Random } from '../random/random.ts';
import { programWith, factOf } from '../support/ir.ts';
import { cellOf, intervalOf, rangeOfFact, tiersOf } from './random-parts.ts';

/** Facts and rows of cells over them; a single column may be a scale cut into tiers. */
export interface RandomTable {
  readonly facts: readonly Fact[];
  readonly rows: readonly (readonly Range[])[];
}

const cny = money('CNY');
const grade: Type = { is: 'enumeration', name: 'grade' };
const types: readonly Type[] = [
  number,
  number,
  percent,
  percent,
  cny,
  cny,
  quantity('can'),
  date,
  time,
  grade,
  grade,
  boolean,
  text,
];

/** A world with an enumeration of three members and the facts in it. */
export function frameOf(facts: readonly Fact[]): Program {
  const members = ['A', 'B', 'C'].map((name) => [name, { en: name, zh: name }] as const);
  return {
    ...programWith([]),
    enumerations: { grade: Object.fromEntries(members) },
    facts: Object.fromEntries(facts.map((fact) => [fact.name, fact])),
  };
}

/** A random table of one to four columns; the same for the same seed. */
export function randomTable(seed: number): RandomTable {
  const chance = random(seed);
  if (chance.chance(0.25)) return scale(chance);
  const facts = Array.from({ length: chance.between(1, 4) }, (_, i) => factOfAny(`f${i}`, chance));
  if (chance.chance(0.35)) return { facts, rows: partition(facts, chance) };
  const count = chance.between(1, facts.length > 2 ? 5 : 7);
  return { facts, rows: Array.from({ length: count }, () => facts.map(({ type }) => cellOf(type, chance))) };
}

function factOfAny(name: string, chance: Random, among: readonly Type[] = types): Fact {
  const type = chance.pick(among);
  const range = rangeOfFact(type, chance);
  const isCounted = type.is === 'quantity';
  const isAmount = isCounted || type.is === 'number' || type.is === 'percent' || type.is === 'money';
  const scale = isAmount ? chance.pick(isCounted ? [0, 0, undefined] : [undefined, undefined, 0, 0, 1, 2]) : undefined;
  return factOf(name, type, {
    ...(scale === undefined ? {} : { scale }),
    ...(range === undefined ? {} : { range }),
  });
}

function scale(chance: Random): RandomTable {
  const fact = factOfAny('f0', chance, [number, percent, cny, date]);
  return { facts: [fact], rows: tiersOf(fact.type, chance, true).map((range) => [range]) };
}

/** Every combination of parts that cut each column without a hole, with a row gone or a cell changed now and then. */
function partition(facts: readonly Fact[], chance: Random): readonly (readonly Range[])[] {
  const columns = facts.slice(0, 2).map(({ type }) => partsOf(type, chance));
  const rest = facts.slice(2).map((): Range => ({ range: 'any' }));
  const rows = columns.reduce<readonly (readonly Range[])[]>(
    (all, parts) => all.flatMap((row) => parts.map((part) => [...row, part])),
    [[]],
  );
  const full = rows.map((row) => [...row, ...rest]);
  if (chance.chance(0.4)) return full;
  const at = chance.below(full.length);
  if (chance.chance(0.5) && full.length > 1) return full.toSpliced(at, 1);
  const column = chance.below(facts.length);
  return full.with(at, full[at]!.with(column, cellOf(facts[column]!.type, chance)));
}

function partsOf(type: Type, chance: Random): readonly Range[] {
  const cell = cellOf(type, chance);
  if (cell.range === 'set') return [cell, { ...cell, none: !cell.none }];
  if (cell.range === 'any') return [cell];
  const { low, high } = cell.range === 'interval' ? cell : intervalOf(type, chance, 'both');
  return [
    cell,
    ...(low === undefined ? [] : [{ range: 'interval', high: { ...low, open: !low.open } } as const]),
    ...(high === undefined ? [] : [{ range: 'interval', low: { ...high, open: !high.open } } as const]),
  ];
}
