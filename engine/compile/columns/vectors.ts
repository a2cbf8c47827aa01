import type { Bounded, Ends } from '../../plain/bounds.ts';
import type { Never, Plain, PlainNumber, PlainTruth, PlainWord, Slot } from '../../plain/tree.ts';

/** Rows that are worked out at a time: so few that what is worked out stays near the processor. */
export const blockLength = 1024;

/** Values of the rows of a block. Where a row is not plain, units or their denominator are NaN, a truth is 2 and a word −1. */
export type Vector = NumberVector | TruthVector | WordVector;
interface Flagged {
  /** The flags of each row as bits; left out where there are none. */
  readonly flags: Int32Array | undefined;
}
/** The truth that is not plain. */
export const left = 2;

export interface NumberVector extends Flagged {
  readonly is: 'number';
  readonly units: Float64Array;
  /** Denominators; left out where all are 1. */
  readonly below: Float64Array | undefined;
}
export interface TruthVector extends Flagged {
  readonly is: 'truth';
  readonly held: Uint8Array;
}
export interface WordVector extends Flagged {
  readonly is: 'word';
  readonly codes: Int32Array;
}

/** Works out a vector for the first rows of a block. */
export type Kernel = (length: number) => void;

/** Makes vectors of the nodes of a tree; their kernels stand in an order in which each finds what it reads. */
export interface Building {
  readonly then: (kernel: Kernel) => void;
  readonly number: (node: PlainNumber | Never) => NumberVector;
  readonly truth: (node: PlainTruth | Never) => TruthVector;
  readonly word: (node: PlainWord | Never) => WordVector;
  /** What stands in the tree's list of shared values. */
  readonly shared: (at: number) => Plain;
  readonly slot: (at: number) => SlotVectors;
  readonly bounded: Bounded;
  /** The bits of all flags that a node can raise. */
  readonly raises: (node: Plain) => number;
  /** A new column of flags, if the node can raise some. */
  readonly flagsFor: (node: Plain) => Int32Array | undefined;
  /** The slots without which a node is not determined. */
  readonly needed: (node: Plain) => ReadonlySet<number>;
  /** The number of a word, the same in all columns. */
  readonly codeOf: (word: string) => number;
  readonly wordOf: (code: number) => string;
}

/** The facts of a block as they were given: NaN and −1 stand for what was not. */
export interface SlotVectors {
  readonly slot: Slot;
  /** As they were given; only those that were asked for are filled. */
  readonly given: () => Float64Array;
  readonly isAsked: () => boolean;
  /** The numbers that its guard lets pass; NaN for all others. */
  readonly guarded: Float64Array;
  readonly ends: Ends;
  readonly codes: Int32Array;
}

/** A little longer than a block: columns at the same distance from the start of a page would get in each other's way. */
export const newNumbers = (): Float64Array => new Float64Array(blockLength + 40);

/** Joins the flags of parts that all rows work out. */
export function joinFlags(into: Int32Array | undefined, parts: readonly Vector[], then: Building['then']): void {
  const from = parts.flatMap(({ flags }) => (flags === undefined ? [] : [flags]));
  if (into === undefined) return;
  then((length) => {
    for (let i = 0; i < length; i += 1) into[i] = 0;
    for (const flags of from) for (let i = 0; i < length; i += 1) into[i] = (into[i] ?? 0) | (flags[i] ?? 0);
  });
}
