import { largest } from '../../plain/scaled.ts';
import type { Cell } from '../reader.ts';

/** The question being answered by the fast layer. It is used over and over, so that a question allocates nothing. */
export interface Run {
  /** Which question it is, so that what was worked out for an earlier one is not taken for this one's. */
  question: number;
  /** Its facts by slot; of a row they stand elsewhere. */
  cells: readonly Cell[];
  /** The flags met so far, one bit each. */
  flags: number;
  /** Beside each number that is returned: what it is to be divided by, above 0. */
  denominator: number;
}

/** A node of a tree as a function. */
export type Runs<T> = (run: Run) => T;

/** Thrown where a case is not plain: the question is then answered by the exact layer. One object, without a stack trace. */
export const notPlain: unique symbol = Symbol('not plain');

/** Leaves the fast layer. */
export function leave(): never {
  // Not an error: a way out that costs little.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw notPlain;
}

/** The number, if it is exact. */
export function safe(number: number): number {
  return number <= largest && number >= -largest ? number : leave();
}

export function newRun(): Run {
  return { question: 0, cells: [], flags: 0, denominator: 1 };
}

/** Answers the next question; undefined where it is not a plain one. */
export function ask<T>(value: Runs<T>, run: Run): T | undefined {
  run.question += 1;
  run.flags = 0;
  try {
    return value(run);
  } catch (thrown) {
    if (thrown !== notPlain) throw thrown;
    return undefined;
  }
}
