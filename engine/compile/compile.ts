import type { Program } from '../ir/program.ts';
import { answersOf, type Answers } from './answers.ts';
import { prepare, type Prepared } from './prepared.ts';
import { reader, type Reader } from './reader.ts';

/** A program made ready for many questions. */
export interface Compiled extends Pick<Answers, 'evaluate'> {
  /** A decision for many rows of the same facts; it must exist and take no argument. */
  prepare(decision: string, facts: readonly string[]): Prepared;
  /** Reads the rows that a prepared decision takes. */
  reader(facts: readonly string[]): Reader;
}

/** Answers, and batches of rows beside them. */
export function compile(program: Program): Compiled {
  const { evaluate, rootOf } = answersOf(program);
  return {
    evaluate,
    prepare: (name, facts) => prepare(rootOf(name), facts, program, (given) => evaluate(name, given)),
    reader: (facts) => reader(program, facts),
  };
}
