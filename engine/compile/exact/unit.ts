import type { Ir } from '../../ir/ir.ts';
import type { Program } from '../../ir/program.ts';
import type { Value } from '../../ir/value.ts';
import type { Datum } from './datum.ts';
import { gather, settle, take, type Result } from './result.ts';

/** A node compiled to a function of the question. */
export type Exact = (frame: Frame) => Result;

/** One question to a program: its facts, and what was worked out so far. */
export interface Frame {
  readonly facts: Readonly<Record<string, Value>>;
  readonly sourceOnly: boolean;
  /** By name; a decision asked about something has its arguments in the name. */
  readonly answers: Map<string, Result>;
  readonly readFacts: Map<string, Result>;
  /** What is bound just now, by slot. */
  readonly locals: Datum[];
  /** IR nodes between here and the question, so that long chains of decisions do not run out of stack. */
  depth: number;
}

/** A new question. */
export function frameOf(facts: Readonly<Record<string, Value>>, sourceOnly: boolean): Frame {
  return { facts, sourceOnly, answers: new Map(), readFacts: new Map(), locals: [], depth: 0 };
}

/** What compiling one decision, or one fact's `orFrom`, needs to know. */
export interface Unit {
  readonly program: Program;
  /** `policy#output` of the decision that holds the nodes. */
  readonly output: string;
  readonly compile: (ir: Ir) => Exact;
  /** The slot of a local; no decision is ever inside itself, so that each local has one slot for good. */
  readonly slot: (id: string) => number;
  readonly fact: (name: string) => Exact;
  readonly decide: (name: string, frame: Frame, args: readonly Datum[]) => Result;
}

/** The strict rule over compiled operands. */
export function strict(operands: readonly Exact[], apply: (values: readonly Datum[], frame: Frame) => Result): Exact {
  return (frame) => {
    const gathered = gather();
    for (const operand of operands) {
      const error = take(gathered, operand(frame));
      if (error !== undefined) return error;
    }
    return settle(gathered, (values) => apply(values, frame));
  };
}
