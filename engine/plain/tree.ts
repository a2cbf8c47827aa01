import type { Comparison, Ir, RoundingMode } from '../ir/ir.ts';
import type { Fact } from '../ir/program.ts';

/**
 * Decisions as arithmetic on whole numbers, for plain cases: everything determined, numbers that fit. A tree is read-only data
 * with no meaning of its own beside `engine/ir/README.md`: what it says is exactly what the program says, or it **leaves**, and
 * then the exact layer says what the case comes to. So whoever prints a tree may leave more often than it must, never less.
 */
export interface Lowered {
  /** In the order in which they were asked for. */
  readonly asked: readonly Plain[];
  /** What is worked out once for a row; each reads only those before it. Read once (`uses` is 1) it may stand in its place. */
  readonly shared: readonly Shared[];
  readonly slots: readonly Slot[];
  /** The flag of each bit. */
  readonly flags: readonly string[];
}

export interface Shared {
  readonly value: Plain;
  readonly uses: number;
}

/** A fact that the tree reads. Numbers are whole units: `12.50` at scale 2 is 1250. Truth is 1 or 0, words are text. */
export interface Slot {
  readonly fact: Fact;
  readonly form: Form;
  readonly scale: number;
}

/** How a fact stands in its slot. */
export type Form = 'number' | 'truth' | 'word' | 'none';

export type Plain = PlainNumber | PlainTruth | PlainWord | Never;

/** A list, a record, or something that is never determined: leaves. */
export interface Never {
  readonly is: 'never';
}
export const never: Never = { is: 'never' };

/**
 * Stands for `units ÷ 10^scale`, and of a quotient `units ÷ 10^scale ÷ denominator`, a whole number of 1 or more. What is no
 * quotient has the denominator 1. Where units or a denominator would lie beyond ±(2^53 − 1), on the way too, it leaves; how long
 * they can become is in `bounds.ts`.
 */
export interface PlainNumber {
  readonly is: 'number';
  readonly scale: number;
  readonly quotient: boolean;
  readonly does: NumberOperation | Branching<PlainNumber>;
}

export type NumberOperation =
  | { readonly op: 'units'; readonly units: number }
  | { readonly op: 'fact'; readonly slot: number }
  /** The same value at a greater scale: units times a power of ten. */
  | { readonly op: 'scaled'; readonly of: PlainNumber; readonly factor: number }
  | { readonly op: 'negate' | 'abs'; readonly of: PlainNumber }
  /** Both at the same scale; `sign` −1 subtracts. Of quotients: multiplied crosswise. */
  | (Two & { readonly op: 'sum'; readonly sign: 1 | -1 })
  | (Two & { readonly op: 'product' })
  /** Left units × right denominator × factor over left denominator × right units; a right side of 0 or less leaves. */
  | (Two & { readonly op: 'quotient'; readonly factor: number })
  /** The greater for sign 1, the smaller for −1; the left one of equals. */
  | (Two & { readonly op: 'extreme'; readonly sign: 1 | -1 })
  /**
   * The nearest whole number to `units × up ÷ (denominator × down)`, times `step`; a changed value raises `marks`. Where `units × up`,
   * `denominator × down` or the result are greater than 2^52 in size, it leaves.
   */
  | {
      readonly op: 'rounded';
      readonly of: PlainNumber;
      readonly up: number;
      readonly down: number;
      readonly step: number;
      readonly mode: RoundingMode | 'floor' | 'ceil';
      readonly marks: number;
    };

interface Two {
  readonly left: PlainNumber;
  readonly right: PlainNumber;
}

export interface PlainTruth {
  readonly is: 'truth';
  readonly does: TruthOperation | Branching<PlainTruth>;
}
type TruthOperation =
  | { readonly op: 'truth'; readonly truth: boolean }
  | { readonly op: 'leave' }
  | { readonly op: 'fact'; readonly slot: number }
  /** Was the fact given, in whatever form? */
  | { readonly op: 'known'; readonly slot: number; readonly negated: boolean }
  | { readonly op: 'not'; readonly of: PlainTruth }
  /** The right side only where the left one does not decide. */
  | { readonly op: 'and' | 'or'; readonly left: PlainTruth; readonly right: PlainTruth }
  /** Both sides in any case. */
  | { readonly op: 'both' | 'either'; readonly left: PlainTruth; readonly right: PlainTruth }
  /** Numbers at the same scale; quotients multiplied crosswise. */
  | (Two & { readonly op: 'compare'; readonly sign: Comparison })
  | { readonly op: 'same'; readonly equal: boolean; readonly left: PlainTruth; readonly right: PlainTruth }
  /** By JavaScript's order of texts. */
  | { readonly op: 'words'; readonly sign: Comparison; readonly left: PlainWord; readonly right: PlainWord }
  | { readonly op: 'between'; readonly of: PlainNumber; readonly span: Span; readonly widest: number }
  | { readonly op: 'among'; readonly of: PlainWord; readonly words: readonly string[]; readonly none: boolean };

/**
 * From `low` to `high` in units, ±Infinity where there is no end. Around whole numbers both ends are inside. Around a quotient
 * the ends are multiplied by the denominator first, and may be open.
 */
export interface Span {
  readonly low: number;
  readonly high: number;
  readonly openLow: boolean;
  readonly openHigh: boolean;
}

export interface PlainWord {
  readonly is: 'word';
  /** Does JavaScript's order of texts hold? It does for dates and times. */
  readonly ordered: boolean;
  readonly does: WordOperation | Branching<PlainWord>;
}
type WordOperation = { readonly op: 'word'; readonly word: string } | { readonly op: 'fact'; readonly slot: number };

/** What stands alike for numbers, truth and words. Branches have the scale of the whole; one that is never determined leaves. */
export type Branching<Of> =
  | { readonly op: 'shared'; readonly at: number }
  /** Worked out by the exact layer: a single value as a quotient at scale 0, truth or word. */
  | { readonly op: 'exactly'; readonly ir: Ir }
  /** The first whose condition holds; the last branch, one more than conditions, is what holds otherwise. Flags of all conditions so far. */
  | (Select<Of> & { readonly op: 'first' })
  /** The only one whose condition holds; two leave. All conditions are worked out; flags of the one that holds, else of all. */
  | (Select<Of> & { readonly op: 'unique' })
  /** The branch of the span that holds the number; spans do not overlap; between them: leaves, and where the denominator exceeds `widest`. */
  | {
      readonly op: 'bands';
      readonly by: PlainNumber;
      readonly spans: readonly Span[];
      readonly widest: number;
      readonly branches: readonly (Of | Never)[];
    }
  | { readonly op: 'marked'; readonly bits: number; readonly of: Of }
  /** Raises the bits where `differs` holds; the flags of `differs` never count. */
  | { readonly op: 'reading'; readonly of: Of; readonly differs: PlainTruth; readonly bits: number }
  /** Leaves unless all hold; the flags of `requires` do not count. */
  | {
      readonly op: 'decided';
      readonly requires: readonly PlainTruth[];
      readonly applies: readonly PlainTruth[];
      readonly of: Of;
    }
  /**
   * A fact that follows from others. Given: leaves unless `agrees` holds, which need not be looked at where a fact is not given that
   * it certainly reads (`always.ts`). Not given: leaves unless `fits`; then what follows. Flags of both tests do not count.
   */
  | {
      readonly op: 'given';
      readonly slot: number;
      readonly agrees: PlainTruth;
      readonly fits: PlainTruth;
      readonly given: Of | Never;
      readonly follows: Of | Never;
    };

interface Select<Of> {
  readonly when: readonly PlainTruth[];
  readonly branches: readonly (Of | Never)[];
}
