import type { Rules } from './embed/rules.ts';
import type { Outcome } from './ir/outcome.ts';
import type { RawFacts } from './value/facts.ts';

/** What `bylaw types` says of each decision: facts, what its outcome says, and what it is asked about (`never`: nothing). */
interface DecisionTypes {
  readonly facts: object;
  readonly value: string;
  readonly on: string;
}

/** Rules whose decisions TypeScript knows. The types are a parameter, so that one application can hold several handbooks. */
export interface Typed<Decisions extends Record<keyof Decisions, DecisionTypes>> {
  readonly rules: Rules;
  /** Never there; it carries the types. */
  readonly decisions?: Decisions;
}

/** Gives rules the types that `bylaw types` wrote of their handbook: `typed<Decisions>(rulesAt(bundle, { at }))`. */
export function typed<Decisions extends Record<keyof Decisions, DecisionTypes>>(rules: Rules): Typed<Decisions> {
  return { rules };
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

/** Asks a decision by name, for facts as texts (`'88000 CNY'`, `'85%'`): `rules.decide`, with names and units checked. */
export function ask<Decisions extends Record<keyof Decisions, DecisionTypes>, Name extends keyof Decisions & string>(
  { rules }: Typed<Decisions>,
  decision: Name,
  facts: Decisions[Name]['facts'],
  ...[options]: Asking<Decisions[Name]>
): TypedOutcome<Decisions[Name]['value']> {
  return rules.decide(decision, facts as RawFacts, options) as TypedOutcome<Decisions[Name]['value']>;
}
