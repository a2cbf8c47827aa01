import type { Fact, Program } from '../../ir/program.ts';
import type { Type } from '../../ir/type.ts';
import type { Value } from '../../ir/value.ts';
import { leave, type Fast, type Run } from './run.ts';
import { unitsAt } from './scaled.ts';

/** Decimals that are kept of facts which declare none; a value with more is not plain. A percent's are those of the ratio. */
const usualScale = { number: 4, percent: 6, quantity: 3, duration: 2 } as const;

/** The scale that a numeric fact has in the fast layer. */
export function scaleOf({ type, scale }: Pick<Fact, 'type' | 'scale'>, { moneyDecimals, units }: Program): number {
  switch (type.is) {
    case 'percent':
      return scale === undefined ? usualScale.percent : scale + 2;
    case 'money':
      return scale ?? moneyDecimals;
    case 'quantity':
      return scale ?? (units[type.unit]?.whole === true ? 0 : usualScale.quantity);
    case 'number':
    case 'duration':
      return scale ?? usualScale[type.is];
    default:
      return 0;
  }
}

/** How a fact stands in its slot. */
export type Form = 'number' | 'truth' | 'word' | 'none';

export function formOf(type: Type): Form {
  switch (type.is) {
    case 'number':
    case 'percent':
    case 'money':
    case 'quantity':
    case 'duration':
      return 'number';
    case 'boolean':
      return 'truth';
    case 'date':
    case 'time':
    case 'date-time':
    case 'text':
    case 'enumeration':
    case 'post':
      return 'word';
    case 'list':
    case 'record':
    case 'unknown':
      return 'none';
  }
}

export interface FactSlot {
  readonly fact: Fact;
  readonly slot: number;
  readonly scale: number;
}

/** Reads a fact that was given; one that was not, leaves. */
export function givenFact(at: FactSlot): Fast {
  const { slot, scale, fact } = at;
  const number = (run: Run): number => {
    const units = run.numbers[slot] ?? NaN;
    return Number.isNaN(units) ? load(at, run) : units;
  };
  switch (formOf(fact.type)) {
    case 'number':
      return { is: 'number', scale, quotient: false, run: number };
    case 'truth':
      return { is: 'truth', run: (run) => number(run) === 1 };
    case 'word': {
      const ordered = fact.type.is === 'date' || fact.type.is === 'time' || fact.type.is === 'date-time';
      return { is: 'word', ordered, run: (run) => run.words[slot] ?? loadWord(at, run) };
    }
    case 'none':
      return { is: 'never-plain' };
  }
}

/** Was the fact given, in whatever form? */
export function isGiven({ fact, slot }: FactSlot): (run: Run) => boolean {
  const { name } = fact;
  return (run) => {
    const units = run.numbers[slot] ?? NaN;
    return !Number.isNaN(units) || run.words[slot] !== undefined || Object.hasOwn(run.facts, name);
  };
}

function load({ fact, slot, scale }: FactSlot, run: Run): number {
  const value = Object.hasOwn(run.facts, fact.name) ? run.facts[fact.name] : undefined;
  const units = value === undefined ? NaN : unitsOf(value, scale);
  if (Number.isNaN(units)) leave();
  run.numbers[slot] = units;
  return units;
}

function loadWord({ fact, slot }: FactSlot, run: Run): string {
  const value = Object.hasOwn(run.facts, fact.name) ? run.facts[fact.name] : undefined;
  const word = (value === undefined ? undefined : wordOf(value)) ?? leave();
  run.words[slot] = word;
  return word;
}

/** A number at a scale, or truth as 1 or 0; NaN when it is not plain. */
export function unitsOf(value: Value, scale: number): number {
  if (value.is === 'boolean') return value.truth ? 1 : 0;
  return 'digits' in value ? unitsAt(value.digits, scale) : NaN;
}

export function wordOf(value: Value): string | undefined {
  switch (value.is) {
    case 'date':
    case 'time':
    case 'date-time':
      return value.iso;
    case 'text':
      return value.text;
    case 'member':
    case 'post':
      return value.name;
    default:
      return undefined;
  }
}
