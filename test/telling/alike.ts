import { session, type Questions } from '../../engine/evaluate/evaluate.ts';
import type { Program } from '../../engine/ir/program.ts';
import type { Facts } from '../../engine/value/facts.ts';
import { aroundOf } from '../random/around.ts';
import { randomFacts, type Values } from '../random/facts.ts';

/** Asks by what is compared with the walk. */
export type Asks = (program: Program, facts: Facts) => Pick<Questions, 'explain'>;

export interface Alike {
  readonly compared: number;
  /** The first explanation that is another one than the walk gives. */
  readonly difference?: string;
}

/** Explains each decision in random rows of facts that it reads, asked alone and after the one before, by both. */
export function alike(asks: Asks, program: Program, rows: number, seed: number): Alike {
  let compared = 0;
  for (const name of asked(program)) {
    const { program: around, edges } = aroundOf([name], program);
    const reads = [name, ...asked(around).slice(0, 4)];
    for (let row = 0; row < rows; row += 1) {
      const from = (seed + row) * 7;
      const values = row % 4 === 0 ? randomFacts(around, edges, from) : mostlyGiven(around, edges, from);
      const one = alikeIn(asks, program, new Set(reads), { values, unknown: [] });
      compared += one.compared;
      if (one.difference !== undefined) return { compared, difference: one.difference };
    }
  }
  return { compared };
}

/** The same in rows that are given. */
export function alikeOf(asks: Asks, program: Program, rows: readonly Facts[]): Alike {
  const found = rows.map((facts) => alikeIn(asks, program, asked(program), facts));
  const difference = found.find((one) => one.difference !== undefined)?.difference;
  const compared = found.reduce((sum, one) => sum + one.compared, 0);
  return difference === undefined ? { compared } : { compared, difference };
}

function asked({ decisions }: Program): readonly string[] {
  return Object.values(decisions).flatMap(({ name, takes }) => (takes.length === 0 ? [name] : []));
}

function alikeIn(asks: Asks, program: Program, decisions: Iterable<string>, facts: Facts): Alike {
  const [walk, other] = [session(program, facts), asks(program, facts)];
  let compared = 0;
  for (const name of decisions) {
    const [right, found] = [JSON.stringify(walk.explain(name)), JSON.stringify(other.explain(name))];
    compared += 1;
    if (right !== found) {
      const difference = `${name} of ${JSON.stringify(facts.values)}:\n${found}\ninstead of\n${right}`;
      return { compared, difference };
    }
  }
  return { compared };
}

/** Facts that can be used, as far as some are found. */
function mostlyGiven(program: Program, edges: ReturnType<typeof aroundOf>['edges'], seed: number): Values {
  const tries = [0, 1, 2, 3, 4].map((more) => randomFacts(program, edges, seed + more));
  const usable = tries.map((values) => Object.entries(values).filter(([, value]) => value.is !== 'invalid'));
  return Object.fromEntries(usable.flat());
}
