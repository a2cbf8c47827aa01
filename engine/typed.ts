import { evaluate } from './evaluate/evaluate.ts';
import type { Outcome } from './ir/outcome.ts';
import type { Program } from './ir/program.ts';
import { readArgument, readFacts, type RawFact, type RawFacts } from './value/facts.ts';
import { toOutcome } from './value/outcome.ts';

/** What `bylaw types` says of each decision: facts, what its outcome says, and what it is asked about (`never`: nothing). */
interface DecisionTypes {
  readonly facts: object;
  readonly value: string;
  readonly on: unknown;
}

/** A program whose decisions TypeScript knows. The types are a parameter, so that one application can hold several handbooks. */
export interface Typed<Decisions extends Record<keyof Decisions, DecisionTypes>> {
  readonly program: Program;
  /** Never there; it carries the types. */
  readonly decisions?: Decisions;
}

/** Gives a program the types that `bylaw types` wrote of its handbook: `typed<Decisions>(link(handbook, { at }))`. */
export function typed<Decisions extends Record<keyof Decisions, DecisionTypes>>(program: Program): Typed<Decisions> {
  return { program };
}

/** An outcome whose value has the form of the decision's type. */
export type TypedOutcome<Value extends string> = Omit<Outcome, 'status' | 'value'> &
  (
    | { readonly status: 'determined'; readonly value: Value }
    | { readonly status: Exclude<Outcome['status'], 'determined'>; readonly value?: never }
  );

/** What may stand behind the facts; a decision that is asked about something needs it. */
type Asking<Decision extends DecisionTypes> = Decision extends DecisionTypes
  ? [Decision['on']] extends [never]
    ? [options?: { readonly sourceOnly?: boolean; readonly on?: never }]
    : [options: { readonly sourceOnly?: boolean; readonly on: Decision['on'] }]
  : never;

/**
 * Asks a decision by name, for facts as texts (`'88000 CNY'`, `'85%'`): `ask(handbook, 'sales.net', { … })`. A name that is no
 * fact is the error `fact/unknown`, for callers whom no compiler checks.
 */
export function ask<Decisions extends Record<keyof Decisions, DecisionTypes>, Name extends keyof Decisions & string>(
  { program }: Typed<Decisions>,
  decision: Name,
  facts: Decisions[Name]['facts'],
  ...[options]: Asking<Decisions[Name]>
): TypedOutcome<Decisions[Name]['value']> {
  return told(program, decision, facts as RawFacts, options) as TypedOutcome<Decisions[Name]['value']>;
}

function told(
  program: Program,
  decision: string,
  raw: RawFacts,
  { sourceOnly = false, on: asked }: { readonly sourceOnly?: boolean; readonly on?: unknown } = {},
): Outcome {
  const facts = readFacts(program, raw);
  const [unknown] = facts.unknown;
  if (unknown !== undefined) {
    return toOutcome(program, decision, { status: 'error', code: unknown.code, message: unknown.message });
  }
  const on = readArgument(program, decision, asked as RawFact | undefined);
  return evaluate(program, decision, facts, on === undefined ? { sourceOnly } : { sourceOnly, on });
}
