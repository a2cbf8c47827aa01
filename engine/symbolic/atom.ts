import type { Call, RoundingMode } from '../ir/ir.ts';
import type { Type } from '../ir/type.ts';
import type { Domain } from '../proof/domain.ts';
import type { Exact } from '../value/exact.ts';
import type { Quotient } from './quotient.ts';
import type { Symbol } from './symbol.ts';

/** Something with a value that is not known before the facts are: a fact, or what is computed from facts in a way that is not looked into. */
export interface Atom {
  /** Two atoms are one when their keys are. */
  readonly key: string;
  readonly type: Type;
  /** All values that it can have; unknown for lists and records. */
  readonly domain?: Domain;
  /** Is it a fact, which a caller can give at will? */
  readonly fact?: string;
  /** How policies call it, where they have a name for it: a decision, or a field of an element (`lot.quantity`). */
  readonly name?: string;
  /** The facts that it follows from. */
  readonly reads: readonly string[];
  /** A number that was rounded before it is used any further. */
  readonly rounded?: { readonly of: Quotient; readonly step: Exact; readonly mode: RoundingMode };
  /** What a function gives for something that depends on facts. */
  readonly call?: { readonly ir: Call; readonly args: readonly Symbol[] };
}
