import type { Ir } from '../../ir/ir.ts';
import type { Program } from '../../ir/program.ts';
import type { FactSlot } from './facts.ts';
import type { Fast, Run } from './run.ts';

/** What compiling a question's nodes for plain cases needs to know. */
export interface FastUnit {
  readonly program: Program;
  readonly compile: (ir: Ir) => Fast;
  /** The bits of the flags that these interpretations raise. */
  readonly bits: (interpretations: readonly string[]) => number;
  readonly slot: (fact: string) => FactSlot;
  readonly fact: (name: string) => Fast;
  readonly decision: (name: string) => Fast | undefined;
  /** The node by the exact layer, where it has a single value. */
  readonly exactly: (ir: Ir) => Fast;
  /** Is a fact missing without which the node cannot be determined? */
  readonly lacks: (ir: Ir) => (run: Run) => boolean;
}
