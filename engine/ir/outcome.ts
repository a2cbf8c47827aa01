import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Span } from '../source/span.ts';

/** Why an outcome is undetermined. One of the optional fields names the thing; `text` says it for people. */
export interface Reason {
  readonly code: ReasonCode;
  /** A fact, or a place in one: `promoters[1].completion`, counted from 1. */
  readonly fact?: string;
  /** A parameter, with its keys if it has some: `stock.lower-limit(T-1)`. */
  readonly parameter?: string;
  /** `policy#id` of a gap or, in source-only mode, of an interpretation; for a hole between tiers or rows `policy#output (100% .. 120%)`. */
  readonly gap?: string;
  /** The post, or `policy#gap`, that must decide. */
  readonly person?: string;
  /** What a person may decide: `[50 CNY .. 100 CNY]`. */
  readonly allowed?: string;
  /** How many elements a list needs. */
  readonly needs?: number;
  readonly text: Texts;
}

export type ReasonCode =
  | 'missing-fact'
  | 'unset-parameter'
  | 'missing-key'
  | 'gap'
  | 'interpretation'
  | 'own-figure'
  | 'left-to-person'
  | 'outside-allowed'
  | 'no-version'
  | 'empty-list'
  | 'tie'
  | 'denominator'
  | 'no-duration';

export type Status = 'determined' | 'undetermined' | 'not-applicable' | 'error';

/** What came of asking a decision: the contract of `bylaw eval --json`. Plain JSON. */
export interface Outcome {
  readonly decision: string;
  readonly status: Status;
  /** Text that the language itself reads (`9600.00 CNY`); only when determined. */
  readonly value?: string;
  readonly type: string;
  /** `policy#id`, sorted; only when determined. */
  readonly flags: readonly string[];
  /** Sorted by code and name; only when undetermined. */
  readonly reasons: readonly Reason[];
  readonly policy: string;
  readonly version: number;
  readonly cites: readonly string[];
  readonly error?: {
    readonly code: string;
    readonly message: Texts;
    /** The fact that is at fault, or a place in one, as reasons name it; of a name that is no fact, the name. */
    readonly fact?: string;
    readonly span?: Span;
  };
}
