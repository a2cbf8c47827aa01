import { own } from '../../ir/own.ts';
import type { Program } from '../../ir/program.ts';
import type { Value } from '../../ir/value.ts';
import type { Slot } from '../../plain/tree.ts';
import type { RawFact, RawFacts } from '../../value/facts.ts';
import { cellOf, cellReader, type Cell } from '../reader.ts';

/** Puts facts that were read into cells, by slot. */
export function cellsOf(slots: readonly Slot[]): (facts: Readonly<Record<string, Value>>) => readonly Cell[] {
  return (facts) => slots.map(({ fact, scale }) => cellOf(own(facts, fact.name), scale));
}

/** The same for facts as a caller gives them; undefined where one does not go by the very name of a fact. */
export function cellsGiven(slots: readonly Slot[], program: Program): (facts: RawFacts) => readonly Cell[] | undefined {
  const readers = slots.map(({ fact, form }) => (form === 'none' ? isGiven : cellReader(fact, program)));
  /** By name; −1 for facts that are not read here. */
  const places = new Map(slots.map(({ fact }, slot) => [fact.name, slot]));
  return (facts) => {
    const cells: Cell[] = [];
    for (let slot = 0; slot < readers.length; slot += 1) cells.push(undefined);
    for (const name in facts) {
      if (!Object.hasOwn(facts, name)) continue;
      const given = facts[name] as RawFact;
      const slot = places.get(name);
      if (slot === undefined) {
        if (!Object.hasOwn(program.facts, name)) return undefined;
        places.set(name, -1);
      } else if (slot >= 0) cells[slot] = readers[slot]?.(given);
    }
    return cells;
  };
}

/** Of lists and records plain cases ask nothing else. */
const isGiven = (given: RawFact): Cell => (given === null ? undefined : 1);
