import type { Decision } from '../ir/program.ts';
import type { Span } from '../source/span.ts';

/** What is changed: where a bound lies, whether it belongs to its side, an operator, a condition's answer, a value, a row that goes, a day. */
export const sorts = ['bound', 'end', 'operator', 'condition', 'value', 'row', 'date'] as const;
export type Sort = (typeof sorts)[number];

/** One small change of a version's text, as what it is lowered to. */
export interface Mutant {
  readonly policy: string;
  readonly version: number;
  readonly sort: Sort;
  /** The text that is changed. */
  readonly span: Span;
  readonly before: string;
  /** Empty when the text is taken out. */
  readonly after: string;
  /** Decisions that say something else, in place of those of their names. */
  readonly decisions: ReadonlyMap<Decision, Decision>;
  /** Keys of the nodes by which a case shows that it goes through the changed part. */
  readonly through: ReadonlySet<string>;
  /** Of a day that is moved: the version’s new days, and the one day on which something else holds. */
  readonly days?: { readonly from: string; readonly to?: string; readonly changed: string };
}
