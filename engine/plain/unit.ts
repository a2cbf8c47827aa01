import type { Ir } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import type { Plain } from './tree.ts';

/** What lowering a question's nodes needs to know. */
export interface PlainUnit {
  readonly program: Program;
  readonly compile: (ir: Ir) => Plain;
  /** The bits of the flags that these interpretations raise. */
  readonly bits: (interpretations: readonly string[]) => number;
  /** The number of a fact's slot. */
  readonly slot: (fact: string) => number;
  /** Reads a fact, or what follows for it. */
  readonly fact: (name: string) => Plain;
  /** Reads a decision; undefined where too many would stand one in another. */
  readonly decision: (name: string) => Plain | undefined;
  /** Gives the value once for each use; it is worked out once for all of them. */
  readonly share: (value: Plain) => () => Plain;
}
