import type { Never, Plain, PlainNumber, PlainTruth, PlainWord } from '../../plain/tree.ts';
import type { Readers } from './facts.ts';
import type { Runs } from './run.ts';

/** Makes functions of the nodes of a tree. */
export interface Printing extends Readers {
  readonly any: (node: Plain) => Runs<unknown>;
  /** Leaves the denominator in the run, 1 of what is no quotient. */
  readonly number: (node: PlainNumber | Never) => Runs<number>;
  readonly truth: (node: PlainTruth | Never) => Runs<boolean>;
  readonly word: (node: PlainWord | Never) => Runs<string>;
  /** What is worked out once for a question, by its number. */
  readonly shared: (at: number) => Runs<never>;
}
