import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import type { Ir } from '../ir/ir.ts';
import type {
  Contradiction,
  Decision,
  Fact,
  Gap,
  Interpretation,
  Organization,
  Parameter,
  PolicyHead,
  Unit,
} from '../ir/program.ts';
import type { Later } from './later.ts';

/** All that linking needs of a version of a policy, in plain data: nothing of how it was written. */
export interface Edition {
  readonly head: PolicyHead;
  readonly decisions: readonly Decision[];
  readonly interpretations: readonly Interpretation[];
  readonly gaps: readonly Gap[];
  readonly parameters: readonly Parameter[];
  /** Why its decisions are errors; undefined when they mean something. */
  readonly blockedBy: Diagnostic | undefined;
  /** Of what keeps the version of the day on which it began: whether it has, and that day. */
  readonly began: Began | undefined;
  /** Of a policy that lists the posts of its scope. */
  readonly organization: Organization | undefined;
  /** Every clause that some part of it cites. */
  readonly cited: ReadonlySet<string>;
  /** Where its parts are read only when they are needed: whoever asks above for a list of them reads all of it. */
  readonly later?: {
    readonly decisions: Later<Decision>;
    readonly interpretations: Later<Interpretation>;
    readonly gaps: Later<Gap>;
  };
}
interface Began {
  readonly isRunning: Ir;
  readonly day: Ir;
}

/** A handbook in all its versions, ready to be cut to a date. */
export interface Editions {
  readonly name: string;
  readonly revision: number;
  readonly currency: string;
  /** Decimals that money is printed with. */
  readonly moneyDecimals: number;
  readonly units: Readonly<Record<string, Unit>>;
  readonly enumerations: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly conventions: readonly Interpretation[];
  readonly contradictions: readonly Contradiction[];
  /** By policy, newest first. */
  readonly versions: ReadonlyMap<string, readonly Edition[]>;
}
