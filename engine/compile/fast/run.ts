import type { Value } from '../../ir/value.ts';
import type { Frame } from '../exact/unit.ts';

/**
 * The question being answered by the fast layer. It is used over and over, so that a question allocates nothing.
 * Numbers are whole numbers of the smallest unit that their place has (`12.50` at scale 2 is 1250).
 */
export interface Run {
  /** Which question it is, so that what was worked out for an earlier one is not taken for this one's. */
  question: number;
  /** Numeric facts, and truth as 1 or 0, by slot; NaN: not given, or not read yet. */
  readonly numbers: Float64Array;
  /** Dates, times, members, posts and texts by slot. */
  readonly words: (string | undefined)[];
  /** Facts that do not stand in their slots yet. */
  facts: Readonly<Record<string, Value>>;
  /** All facts as values, for the exact layer. */
  allFacts: () => Readonly<Record<string, Value>>;
  /** What the exact layer worked out for this question, if it was needed. */
  frame: Frame | undefined;
  /** The flags met so far, one bit each. */
  flags: number;
  /** Beside each quotient that is returned: what it is to be divided by, above 0. */
  denominator: number;
}

/** Thrown where a case is not plain: the question is then answered by the exact layer. One object, without a stack trace. */
export const notPlain: unique symbol = Symbol('not plain');

/** Leaves the fast layer. */
export function leave(): never {
  // Not an error: a way out that costs little.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw notPlain;
}

/** A node compiled for plain cases, by what it returns. */
export type Fast = FastNumber | FastTruth | FastWord | NeverPlain;
export interface FastNumber {
  readonly is: 'number';
  /** The number returned is the value times 10 to this power … */
  readonly scale: number;
  /** … and, for a quotient, times the denominator left in the run. */
  readonly quotient: boolean;
  readonly run: (run: Run) => number;
  /** What it always returns. */
  readonly constant?: number;
}
export interface FastTruth {
  readonly is: 'truth';
  readonly run: (run: Run) => boolean;
}
interface FastWord {
  readonly is: 'word';
  /** Does JavaScript's order of strings hold? It does for dates and times. */
  readonly ordered: boolean;
  readonly run: (run: Run) => string;
  readonly constant?: string;
}

/** A list, a record, or something that is never determined. */
interface NeverPlain {
  readonly is: 'never-plain';
}

/** A condition's function; what is no truth value leaves. */
export function truthOf(fast: Fast): (run: Run) => boolean {
  return fast.is === 'truth' ? fast.run : leave;
}

const largest = Number.MAX_SAFE_INTEGER;

/** The number, if it is exact. */
export function safe(number: number): number {
  return number <= largest && number >= -largest ? number : leave();
}
