import type { Fact, Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { amounts } from '../plain/amounts.ts';
import { formOf, scaleOf, unitsOf, wordOf } from '../plain/slots.ts';
import { readFacts, type RawFact } from '../value/facts.ts';

/**
 * A fact of one row: a number as whole units at the fact's scale, truth as 1 or 0, a date, time, member, post or text as it
 * is; anything else as the value that was read; undefined when it is not given.
 */
export type Cell = number | string | Value | undefined;

/** Reads rows of fact texts, in the order of the facts that it was made for. */
export interface Reader {
  read(texts: readonly string[], row: Cell[]): void;
}

export function reader(program: Program, names: readonly string[]): Reader {
  const columns = names.map((name) => cellReader(declaredFact(name, program), program));
  return {
    read: (texts, row) => {
      for (let i = 0; i < columns.length; i += 1) {
        const text = texts[i] ?? '';
        // An empty cell says nothing.
        row[i] = text === '' ? undefined : columns[i]?.(text);
      }
    },
  };
}

/** The fact that callers name; throws where there is none. */
export function declaredFact(name: string, { facts }: Program): Fact {
  const fact = facts[name];
  if (fact === undefined) throw new Error(`no fact ${name}`);
  return fact;
}

/** Few texts come again and again as words; more than these, and longer ones, are not kept. */
const [mostKept, longestKept] = [1000, 64];

/** Reads a fact as a caller gives it. */
export function cellReader(fact: Fact, program: Program): (given: RawFact) => Cell {
  const { name, type } = fact;
  const scale = scaleOf(fact, program);
  const slowly = (given: RawFact): Cell => cellOf(readFacts(program, { [name]: given }).values[name], scale);
  if (formOf(type) === 'number') {
    const quickly = amounts(fact, program);
    return (given) => {
      const units = typeof given === 'string' ? quickly(given) : NaN;
      return Number.isNaN(units) ? slowly(given) : units;
    };
  }
  const kept = new Map<RawFact, Cell>();
  return (given) => {
    const known = kept.get(given);
    if (known !== undefined) return known;
    const cell = slowly(given);
    if (typeof given === 'string' && given.length <= longestKept && kept.size < mostKept) kept.set(given, cell);
    return cell;
  };
}

/** The cell of a value, whose fact has the scale. */
export function cellOf(value: Value | undefined, scale: number): Cell {
  const units = unitsOf(value, scale);
  return Number.isNaN(units) ? (wordOf(value) ?? value) : units;
}
