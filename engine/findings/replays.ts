import { evaluate } from '../evaluate/evaluate.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { positionOf } from '../proof/line.ts';
import { askedAtoms } from '../symbolic/asked.ts';
import type { Box } from '../symbolic/box.ts';
import type { Meanings } from '../symbolic/meaning-key.ts';
import { factsIn } from '../symbolic/witness.ts';
import type { Exact } from '../value/exact.ts';
import { printValue } from '../value/print.ts';
import { readValue } from '../value/read.ts';

export type Facts = Readonly<Record<string, Value>>;

/** Facts out of a box, and what the evaluator really answers. */
interface Replay {
  readonly facts: Facts;
  readonly outcome: Outcome;
}

/** Facts as text, as diagnostics and cases hold them. */
export type Witness = Readonly<Record<string, string>>;

/** The decision asked with facts out of the box, as far as some can be shown; about an element of a list nobody can be asked alone. */
export function* replays(name: string, box: Box, program: Program, meanings: Meanings): Generator<Replay, void> {
  if (program.decisions[name]?.takes.length !== 0) return;
  for (const facts of factsIn(box, askedAtoms(name, program, meanings), program)) {
    yield { facts, outcome: ask(name, facts, program) };
  }
}

export function ask(name: string, facts: Facts, program: Program): Outcome {
  return evaluate(program, name, { values: facts, unknown: [] });
}

/** The value of an outcome, read back from what people see. */
export function valueOf({ decision, value }: Outcome, program: Program): Value | undefined {
  const type = program.decisions[decision]?.type;
  const read = type === undefined || value === undefined ? undefined : readValue(value, type, program);
  return read?.is === 'invalid' ? undefined : read;
}

/** Where what came out lies on its line, or among the members of its enumeration. */
export function positionIn(outcome: Outcome, program: Program): Exact | undefined {
  const value = valueOf(outcome, program);
  return value === undefined ? undefined : placeOf(value, program);
}

/** Members stand in the order in which the vocabulary lists them. */
export function placeOf(value: Value, { enumerations }: Program): Exact | undefined {
  if (value.is !== 'member') return positionOf(value);
  const place = Object.keys(enumerations[value.enumeration] ?? {}).indexOf(value.name);
  return place < 0 ? undefined : { top: BigInt(place), bottom: 1n };
}

export function witnessOf(facts: Facts, program: Program): Witness {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, printValue(value, program)]));
}
