import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Ir } from '../../ir/ir.ts';
import type { Span } from '../../source/span.ts';
import type { Exact } from '../../value/exact.ts';

/**
 * What a part of a policy is, whatever its kind: a decision; a row, tier or band; a branch, or one of the two answers of a
 * condition; a boundary.
 */
export type Sort = 'decision' | 'row' | 'branch' | 'boundary';

/** A part of a policy that cases must go through. */
export interface Part {
  readonly sort: Sort;
  readonly policy: string;
  readonly version: number;
  readonly span: Span;
  /** As the author wrote it; a boundary in words. */
  readonly text: string;
  /** Clauses that the part itself cites. */
  readonly cites: readonly string[];
  /** The part is covered when all of these were seen; only a boundary has more than one. */
  readonly needs: readonly Need[];
}
export interface Need {
  readonly number: number;
  /** An input that would show it. */
  readonly input: Texts;
}

/** What is written down when a node is evaluated. */
export type Hook =
  /** It was evaluated: the row, tier or branch that it is the value of was taken. `settled`: and gave a value. */
  | { readonly on: 'passed'; readonly need: number; readonly settled: boolean }
  | { readonly on: 'truth'; readonly yes: number; readonly no: number }
  /** Its value is compared later on. */
  | { readonly on: 'value' }
  | { readonly on: 'compared'; readonly subject: Ir; readonly bound: Ir; readonly points: readonly Point[] };

/** Where the value must stand. */
export interface Point {
  readonly need: number;
  readonly side: 'exactly' | 'below' | 'above';
  /** Of what; without it of the bound that the value is just being held against. */
  readonly of?: Exact;
  /** At most so far; anywhere on that side when there is no smallest unit. */
  readonly within?: Exact;
}

/** All parts of a handbook, and what tells that a case went through them. */
export interface Plan {
  readonly parts: readonly Part[];
  readonly hooks: ReadonlyMap<Ir, readonly Hook[]>;
}
