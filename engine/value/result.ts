import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Reason } from '../ir/outcome.ts';
import type { Value } from '../ir/value.ts';
import type { Span } from '../source/span.ts';

/** Something that is wrong and cannot be worked out. Errors met at a place in a policy name it. */
export interface Failure {
  readonly status: 'error';
  readonly code: string;
  readonly message: Texts;
  /** The fact that is at fault, or a place in one. */
  readonly fact?: string;
  readonly span?: Span;
}

/** What an evaluator found for a decision, before it is printed. */
export type Result =
  | { readonly status: 'determined'; readonly value: Value; readonly flags: readonly string[] }
  | { readonly status: 'undetermined'; readonly reasons: readonly Reason[]; readonly flags: readonly string[] }
  | { readonly status: 'not-applicable'; readonly flags: readonly string[] }
  | Failure;
