import type { Ir } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { Datum } from './datum.ts';
import type { Explanation, Step } from './explanation.ts';
import type { Found } from './found.ts';
import type { Known } from './known.ts';
import type { Trace } from './trace.ts';

/** Told of each node that is evaluated, once it is, and of what it gave: coverage is counted by it. */
export type Watch = (ir: Ir, found: Found) => void;

/** Everything that one question, or several with the same facts, has in common. */
export interface Session {
  readonly program: Program;
  readonly known: Known;
  readonly facts: Readonly<Record<string, Value>>;
  readonly sourceOnly: boolean;
  /** What was found already, so that nothing is worked out twice: by name, with the arguments where there are some. */
  readonly decisions: Map<string, Decided>;
  readonly given: Map<string, Datum>;
  readonly computed: Map<string, Computed | 'under way'>;
  readonly trace: Trace | undefined;
  readonly watch: Watch | undefined;
  /** How deep the walk is, so that long chains of decisions are taken from their other end before the stack runs out. */
  depth: number;
  /** The decision that was too deep to be worked out in its place. */
  putOff: PutOff | undefined;
}
export interface PutOff {
  readonly name: string;
  readonly args: readonly Datum[];
}
/** What a fact's `or-from` gives. */
export interface Computed {
  readonly found: Found;
  readonly steps: readonly Step[];
}
export interface Decided {
  readonly found: Found;
  readonly explanation?: Explanation;
}

/** Where a node is evaluated. */
export interface Frame {
  readonly session: Session;
  /** `policy#output` of the decision that holds the node. */
  readonly output: string;
  readonly locals: Locals | undefined;
  /** The evaluator itself, handed down so that the files of the nodes need not know each other. */
  readonly run: (ir: Ir, frame: Frame) => Found;
  readonly decide: (name: string, args: readonly Datum[], session: Session) => Decided;
}
/** Names bound by lists, folds and arguments: innermost first. */
interface Locals {
  readonly id: string;
  readonly value: Datum;
  readonly outer: Locals | undefined;
}

export function bind(frame: Frame, id: string, value: Datum): Frame {
  return { ...frame, locals: { id, value, outer: frame.locals } };
}

export function lookup(frame: Frame, id: string): Datum {
  for (let locals = frame.locals; locals !== undefined; locals = locals.outer) {
    if (locals.id === id) return locals.value;
  }
  throw new Error(`nothing is bound to ${id}`);
}
