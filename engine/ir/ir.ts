import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Span } from '../source/span.ts';
import type { Type } from './type.ts';
import type { Value } from './value.ts';
import type { FunctionName } from './functions.ts';

/**
 * The closed core that every kind of policy is lowered to. Nothing below it knows a kind. Each node carries its static type
 * and the place it comes from; a new node is a recorded decision (engine/README.md).
 */
export type Ir =
  | Literal
  | ListOf
  | RecordOf
  | FactRead
  | ParameterRead
  | DecisionRead
  | Local
  | Field
  | Known
  | Call
  | Logic
  | Not
  | Compare
  | Within
  | Choose
  | Bands
  | Table
  | Aggregate
  | Fold
  | Round
  | Reading
  | Mark
  | Undetermined
  | LeftTo;

interface Node<Op extends string> {
  readonly op: Op;
  readonly type: Type;
  readonly origin: Span;
}

export interface Literal extends Node<'literal'> {
  readonly value: Value;
}
interface ListOf extends Node<'list'> {
  readonly items: readonly Ir[];
}
export interface RecordOf extends Node<'record'> {
  readonly fields: readonly { readonly name: string; readonly value: Ir }[];
}
/** Reads a fact; absent: undetermined (`missing-fact`), unless the fact is closed (then false) or has `or-from`. */
export interface FactRead extends Node<'fact'> {
  readonly name: string;
}
/** Reads a parameter, by keys if it is keyed. */
export interface ParameterRead extends Node<'parameter'> {
  readonly name: string;
  readonly keys: readonly Ir[];
}
/**
 * Reads a decision's rounded value. `args` are for decisions that take arguments (`on`). `otherwise` is the value when the
 * decision is not applicable (`when-applies`); without it, meeting not-applicable is an error.
 */
export interface DecisionRead extends Node<'decision'> {
  readonly name: string;
  readonly args: readonly Ir[];
  readonly otherwise?: Ir;
}
/** A name bound by an aggregate, a fold, or a decision's `takes`. `id` is unique within its decision. */
export interface Local extends Node<'local'> {
  readonly id: string;
  readonly name: string;
}
/** A field of a record; a field that was not given is undetermined. */
export interface Field extends Node<'field'> {
  readonly of: Ir;
  readonly name: string;
}
/** `is known`: of a fact, or of a field of a list's element. Never undetermined, unless the record itself is. */
export interface Known extends Node<'known'> {
  readonly of: FactRead | Field;
  readonly negated: boolean;
}
/** A strict operator or function of the function table. */
export interface Call extends Node<'call'> {
  readonly fn: FunctionName;
  readonly args: readonly Ir[];
}
export interface Logic extends Node<'logic'> {
  readonly connective: 'and' | 'or';
  readonly left: Ir;
  readonly right: Ir;
}
export interface Not extends Node<'not'> {
  readonly operand: Ir;
}
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
/** Strict comparison of two values of one type. */
export interface Compare extends Node<'compare'> {
  readonly comparison: Comparison;
  readonly left: Ir;
  readonly right: Ir;
}

/** What a value is held against: all that a table cell, a tier or the right side of `in` can say. */
export type Range =
  /** Accepts everything, without reading the value. */
  | { readonly range: 'any' }
  /** A missing end is unbounded; an end is open when the bracket is round. */
  | { readonly range: 'interval'; readonly low?: Bound; readonly high?: Bound }
  /** One of these values; with `none: true` none of these (`!= x`). */
  | {
      readonly range: 'set';
      readonly items: readonly Ir[];
      readonly none: boolean;
    }
  /** Member of a list that is computed (`x in some.list`). */
  | { readonly range: 'list'; readonly list: Ir };
export interface Bound {
  readonly at: Ir;
  readonly open: boolean;
}
/** Strict in the value and in the bounds that the range names. */
export interface Within extends Node<'within'> {
  readonly value: Ir;
  readonly range: Range;
}

/** The first arm whose condition is true; an undetermined condition makes the result undetermined (semantics 1.4). */
export interface Choose extends Node<'choose'> {
  readonly arms: readonly Arm[];
  readonly otherwise: Ir;
}
export interface Arm {
  readonly when: Ir;
  readonly value: Ir;
  readonly cites: readonly string[];
  readonly label?: Texts;
}

/**
 * A scale cut into tiers. `slab` gives the reached tier's value as it stands (the kind multiplies by the base).
 * `graduated`: each tier's value (a rate) times the part of `by` that lies in it, summed. `interpolated`: the amounts of the
 * tiers passed in full plus the share of the tier reached (semantics 3.8). No tier reached: undetermined with reason `gap`.
 */
export interface Bands extends Node<'bands'> {
  readonly mode: 'slab' | 'graduated' | 'interpolated';
  readonly by: Ir;
  readonly bands: readonly Band[];
}
export interface Band {
  readonly range: Extract<Range, { range: 'interval' }>;
  readonly value: Ir;
  readonly cites: readonly string[];
  readonly origin: Span;
}

/** A decision table with one output; a policy's outputs share columns and rows. Cells stand in the order of the columns. */
export interface Table extends Node<'table'> {
  readonly hit: 'unique' | 'first' | 'collect';
  readonly collect?: 'sum' | 'min' | 'max' | 'count' | 'list';
  readonly columns: readonly { readonly name: string; readonly value: Ir }[];
  readonly rows: readonly Row[];
  readonly otherwise?: Ir;
}
export interface Row {
  readonly cells: readonly Range[];
  readonly value: Ir;
  readonly cites: readonly string[];
  readonly origin: Span;
}

export type AggregateOperator = 'sum' | 'count' | 'min' | 'max' | 'average' | 'any' | 'all' | 'first' | 'list';
/**
 * Over a list's elements, each bound to `local`, kept where `where` is true. `first` gives the element with the smallest `by`;
 * two smallest are undetermined (`tie`). `list` maps. Empty: semantics 2.6. `count` has no body (a literal true stands there).
 */
export interface Aggregate extends Node<'aggregate'> {
  readonly operator: AggregateOperator;
  readonly over: Ir;
  readonly local: string;
  readonly name: string;
  readonly where?: Ir;
  readonly body: Ir;
  readonly by?: Ir;
}
/** Runs through a list in order with a state: `state` and `local` are bound in `step`. Only kinds make it; the language has no loops. */
export interface Fold extends Node<'fold'> {
  readonly over: Ir;
  readonly local: string;
  readonly state: string;
  readonly initial: Ir;
  readonly step: Ir;
}

export type RoundingMode = 'half-up' | 'half-even' | 'up' | 'down';
/** Rounds to a multiple of `to` (decimal text, in the unit of the value). Marks count only where the value changed (semantics 5.2). */
export interface Round extends Node<'round'> {
  readonly value: Ir;
  readonly to: string;
  readonly mode: RoundingMode;
  readonly marks: readonly string[];
  readonly declaredBy: 'expression' | 'decision' | 'policy' | 'handbook';
}
/** Part of an expression that rests on an interpretation; active where the two values differ (semantics 5.2). */
export interface Reading extends Node<'reading'> {
  readonly interpretation: string;
  readonly taken: Ir;
  readonly otherwise: Ir;
}
/** A place that rests on interpretations (`policy#id`), or is the company's own figure. Active whenever its place decides. */
export interface Mark extends Node<'mark'> {
  readonly interpretations: readonly string[];
  readonly own: boolean;
  readonly value: Ir;
}
/** The honest answer where there is none: the source leaves a gap (`policy#id`), or a list fact has not as many elements as it needs. */
export type Undetermined = Node<'undetermined'> &
  ({ readonly gap: string } | { readonly fact: string; readonly needs: number });
/** Left to a person: a proposal inside `allowed` decides (semantics 1.7). `by` is a post, or a gap when unstated. */
export interface LeftTo extends Node<'left-to'> {
  readonly by: { readonly post: string } | { readonly gap: string };
  readonly allowed: Extract<Range, { range: 'interval' | 'set' }>;
  readonly proposed?: FactRead;
}
