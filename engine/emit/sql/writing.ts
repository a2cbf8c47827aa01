import type { Program } from '../../ir/program.ts';
import type { Cell } from './cell.ts';
import type { FlagBits } from './flags.ts';
import type { Term } from './term.ts';
import type { Desk } from './whole.ts';

/** A decision as columns. */
export interface DecisionCell extends Cell {
  /** NULL where nobody knows whether it applies. */
  readonly applies: Term;
}

/** A fact as columns: whether it was given in whatever form, and what it is. */
export interface FactCell extends Cell {
  readonly given: Term;
}

/** Where decisions are said: what was said once is a column for all who read it. */
export interface Writing extends Desk {
  readonly program: Program;
  readonly sourceOnly: boolean;
  /** Columns of numbers are whole counts of the fact's smallest step. */
  readonly wholeColumns: boolean;
  readonly bits: FlagBits;
  readonly decisions: Map<string, DecisionCell>;
  readonly given: Map<string, FactCell>;
  readonly facts: Map<string, Cell>;
}
