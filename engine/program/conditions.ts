import type { Decision } from '../ir/program.ts';
import type { Conditions } from '../kinds/kind.ts';

/** What must hold before any decision of a policy says something: each that others see carries it. */
export function conditionsOf(decisions: readonly Decision[]): Conditions {
  const seen = decisions.find(({ hidden }) => !hidden);
  return { appliesWhen: seen?.appliesWhen ?? [], requires: (seen?.requires ?? []).map(({ that }) => that) };
}
