import type { Program } from '../ir/program.ts';
import { answersOf, type Answers } from './answers.ts';
import { batch, type Batch } from './columns/batch.ts';
import { prepare, type Prepared } from './prepared.ts';
import { reader, type Reader } from './reader.ts';
import { prepareAll, type PreparedAll } from './rows/prepare-all.ts';

/** A program made ready for many questions. */
export interface Compiled extends Pick<Answers, 'evaluate'> {
  /** A decision for many rows of the same facts; it must exist and take no argument. */
  prepare(decision: string, facts: readonly string[]): Prepared;
  /** Several decisions for each row: what they share is worked out once. */
  prepareAll(decisions: readonly string[], facts: readonly string[]): PreparedAll;
  /** Several decisions for many rows at a time, whose facts stand in columns. */
  batch(decisions: readonly string[], facts: readonly string[]): Batch;
  /** Reads the rows that prepared decisions take. */
  reader(facts: readonly string[]): Reader;
}

/** Answers, and batches of rows beside them. */
export function compile(program: Program): Compiled {
  const { evaluate, exact } = answersOf(program);
  const behind = { program, exact, evaluate };
  return {
    evaluate,
    prepare: (name, facts) => prepare(name, facts, behind),
    prepareAll: (names, facts) => prepareAll(names, facts, behind),
    batch: (names, facts) => batch(names, facts, behind),
    reader: (facts) => reader(program, facts),
  };
}
