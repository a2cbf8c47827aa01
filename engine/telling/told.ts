import type { Step } from '../evaluate/explanation.ts';
import type { Run } from '../compile/fast/run.ts';
import type { Ir } from '../ir/ir.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { Never, Plain, PlainNumber, PlainTruth, PlainWord } from '../plain/tree.ts';

/** The question that is being answered. It is used over and over, like the numbers that a program's tellings leave in their cells. */
export interface Asked extends Run {
  facts: Readonly<Record<string, Value>>;
  /** What was told and belongs to nothing yet, up to `count`; what stands behind is of earlier questions. */
  readonly told: Step[];
  count: number;
}

/** What a node came to, as plain cases have it (`engine/plain/tree.ts`), and how people read it. Truth is 1 or 0. */
export interface Cell {
  units: number;
  denominator: number;
  word: string;
  text: string;
}

/** A node of a decision that tells what it does. Everything that no question changes was made beforehand. */
export interface Told {
  readonly form: Form;
  readonly cell: Cell;
  /** Works the node out for the question, tells its steps, and leaves flags in the question and the rest in the cell. */
  readonly work: () => void;
  /** What a literal always comes to. */
  readonly fixed?: string;
}
export type Form =
  Pick<PlainNumber, 'is' | 'scale' | 'quotient'> | Pick<PlainTruth, 'is'> | Pick<PlainWord, 'is' | 'ordered'>;

/** What preparing the nodes of a decision needs to know. */
export interface Unit {
  readonly program: Program;
  /** `policy#output` */
  readonly output: string;
  readonly asked: Asked;
  /** The node, unless it needs more than plain cases have. */
  readonly told: (ir: Ir) => Told | undefined;
  /** Makes what stands in another node, unless that is too deep. */
  readonly inside: <T>(make: () => T | undefined) => T | undefined;
  readonly fact: (name: string) => Told | undefined;
  readonly decision: (name: string) => Told | undefined;
  readonly bits: (interpretations: readonly string[]) => number;
  /** Tells what bears the name, but once in an explanation. */
  readonly once: (name: string, step: () => Step) => () => void;
}

export function newCell(): Cell {
  return { units: NaN, denominator: 1, word: '', text: '' };
}

export function formOf(plain: Exclude<Plain, Never>): Form {
  switch (plain.is) {
    case 'number':
      return { is: 'number', scale: plain.scale, quotient: plain.quotient };
    case 'truth':
      return { is: 'truth' };
    case 'word':
      return { is: 'word', ordered: plain.ordered };
  }
}

export function tell(asked: Asked, step: Step): void {
  asked.told[asked.count] = step;
  asked.count += 1;
}

/** Takes away what was told from there on, which belongs together. */
export function toldFrom(start: number, asked: Asked): readonly Step[] {
  if (asked.count === start) return nothing;
  const steps = asked.told.slice(start, asked.count);
  asked.count = start;
  return steps;
}

const nothing: readonly Step[] = [];

/** Works something out and gives the steps that it told apart from those around it. */
export function apart(asked: Asked, work: () => void): readonly Step[] {
  const start = asked.count;
  work();
  return toldFrom(start, asked);
}
