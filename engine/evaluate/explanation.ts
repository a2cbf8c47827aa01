import type { Texts } from '../diagnostic/diagnostic.ts';
import type { About, Interpretation, PolicyHead } from '../ir/program.ts';
import type { Bands, Round, Table, Aggregate } from '../ir/ir.ts';
import type { Outcome, Status } from '../ir/outcome.ts';
import type { Span } from '../source/span.ts';

/** Why a decision came out as it did: all that a person needs to work it out again by hand. Plain JSON. */
export interface Explanation {
  readonly outcome: Outcome;
  readonly title: Texts;
  /** A definition within a policy, which nobody asks for by itself. */
  readonly hidden: boolean;
  /** What it was asked about. */
  readonly on?: string;
  /** The version in force; missing for a decision that has none. */
  readonly policy?: PolicyHead;
  readonly span: Span;
  /** In the order in which things were looked at. */
  readonly steps: readonly Step[];
}

export type Step =
  | FactStep
  | ParameterStep
  | DecisionStep
  | ExpressionStep
  | ConditionStep
  | ChoiceStep
  | TierStep
  | RowStep
  | ListStep
  | RoundingStep
  | InterpretationStep
  | OwnStep
  | GapStep
  | PersonStep;

export interface FactStep {
  readonly step: 'fact';
  readonly name: string;
  readonly title: Texts;
  readonly how: 'given' | 'missing' | 'closed' | 'computed' | 'unusable';
  readonly value?: string;
  readonly problem?: Texts;
  readonly span: Span;
  /** How it was computed from others. */
  readonly steps: readonly Step[];
}
interface ParameterStep {
  readonly step: 'parameter';
  readonly name: string;
  readonly keys: readonly string[];
  readonly title: Texts;
  readonly owner: string;
  /** Missing when the company has not set it. */
  readonly value?: string;
  readonly span: Span;
}
export interface DecisionStep {
  readonly step: 'decision';
  readonly name: string;
  readonly title: Texts;
  readonly on?: string;
  readonly status: Status;
  readonly value?: string;
  /** Missing when it stands further up already, or lies deeper than anybody reads. */
  readonly explanation?: Explanation;
}
/** `sales.net × rate` and the same with values: `80000.00 CNY × 1.5%`. */
export interface Worded {
  readonly text: string;
  /** The same with titles in place of names: `Net sales × Rate`. */
  readonly titled: Texts;
  readonly filled: string;
  /** It is true or false, not a number or name. */
  readonly isCondition: boolean;
  /** Missing where the value stays open. */
  readonly value?: string;
}
export interface ExpressionStep extends Worded {
  readonly step: 'expression';
  readonly span: Span;
}
/** A condition of the whole decision: it applies when, or it requires that. */
interface ConditionStep extends Worded {
  readonly step: 'condition';
  readonly sort: 'applies-when' | 'requires';
  readonly holds: Holds;
  readonly says?: Texts;
  readonly span: Span;
  readonly steps: readonly Step[];
}
export type Holds = 'yes' | 'no' | 'open';
export interface ChoiceStep {
  readonly step: 'choice';
  readonly of: number;
  /** The conditions that were looked at, in order. */
  readonly tested: readonly (Worded & {
    readonly number: number;
    readonly holds: Holds;
    readonly label?: Texts;
    readonly steps: readonly Step[];
  })[];
  /** Missing when an open condition kept it from being decided. */
  readonly taken?: number | 'otherwise';
  readonly label?: Texts;
  readonly cites: readonly string[];
  readonly value?: string;
  readonly span: Span;
  readonly steps: readonly Step[];
}
export interface TierStep {
  readonly step: 'tier';
  readonly mode: Bands['mode'];
  readonly by: Worded;
  readonly before: readonly Step[];
  readonly of: number;
  readonly taken: readonly {
    readonly number: number;
    readonly range: string;
    readonly value?: string;
    /** The part of the scale that lies in the tier (`graduated`), or the share of its amount (`interpolated`). */
    readonly part?: string;
    readonly cites: readonly string[];
    readonly span: Span;
    readonly steps: readonly Step[];
  }[];
  readonly value?: string;
}
export interface RowStep {
  readonly step: 'row';
  readonly hit: Table['hit'];
  readonly collect?: NonNullable<Table['collect']>;
  readonly columns: readonly Worded[];
  readonly before: readonly Step[];
  readonly of: number;
  readonly taken: readonly {
    readonly number: number | 'otherwise';
    /** What the row asks of each column that it speaks about. */
    readonly cells: readonly { readonly column: string; readonly cell: string }[];
    readonly value?: string;
    readonly cites: readonly string[];
    readonly span: Span;
    readonly steps: readonly Step[];
  }[];
  readonly value?: string;
}
export interface ListStep {
  readonly step: 'list';
  readonly operator: Aggregate['operator'] | 'fold';
  readonly text: string;
  readonly titled: Texts;
  readonly before: readonly Step[];
  readonly elements: readonly {
    readonly place: string;
    readonly kept: Holds;
    readonly value?: string;
    readonly steps: readonly Step[];
  }[];
  readonly value?: string;
  readonly span: Span;
}
interface RoundingStep {
  readonly step: 'rounding';
  readonly from: string;
  readonly to: string;
  readonly unit: string;
  readonly mode: Round['mode'];
  readonly declaredBy: Round['declaredBy'];
  readonly changed: boolean;
  readonly span: Span;
}
export interface InterpretationStep {
  readonly step: 'interpretation';
  readonly id: string;
  readonly about: About;
  readonly clauses: readonly string[];
  readonly question: Texts;
  readonly answer: Texts;
  readonly status: Interpretation['status'];
  /** Does the value rest on it here? */
  readonly active: boolean;
  /** What a reading takes, and what would stand otherwise. */
  readonly taken?: string;
  readonly otherwise?: string;
  readonly span: Span;
}
/** The company's own figure, not the source's. */
interface OwnStep {
  readonly step: 'own';
  readonly span: Span;
}
interface GapStep {
  readonly step: 'gap';
  readonly id: string;
  readonly clause?: string;
  readonly says: Texts;
  readonly span: Span;
}
export interface PersonStep {
  readonly step: 'person';
  readonly person: string;
  readonly allowed: string;
  readonly proposed?: string;
  readonly inside: Holds;
  readonly span: Span;
}
