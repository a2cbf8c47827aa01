import type { ProcedurePolicy, StepEntry } from './index.ts';

/** A step with what holds for all steps filled in, and the steps that come before it. */
export interface Step extends StepEntry {
  readonly before: readonly string[];
}

/** The steps in the order of the file; ids that stand twice or before nothing have diagnostics of their own. */
export function stepsOf(policy: ProcedurePolicy): readonly Step[] {
  const { steps, 'every-step': every } = policy;
  return steps.map((step, place) => {
    const { role = every?.role, evidence = every?.evidence, deadline = every?.deadline } = step;
    const previous = steps[place - 1];
    return {
      ...step,
      ...(role === undefined ? {} : { role }),
      ...(evidence === undefined ? {} : { evidence }),
      ...(deadline === undefined ? {} : { deadline }),
      before: step.after?.map(({ text }) => text) ?? (previous === undefined ? [] : [previous.id.text]),
    };
  });
}

/** The steps that must be settled before the step, directly or through others. */
export function ancestorsOf(step: Step, steps: readonly Step[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = ({ before }: Step): void => {
    for (const one of steps.filter(({ id }) => before.includes(id.text) && !found.has(id.text))) {
      found.add(one.id.text);
      visit(one);
    }
  };
  visit(step);
  return found;
}

/** The step and all that come after it, directly or through others: what is open again when it is. */
export function fromOn(id: string, steps: readonly Step[]): readonly string[] {
  return steps.filter((step) => step.id.text === id || ancestorsOf(step, steps).has(id)).map((step) => step.id.text);
}

/** Steps that can never be open, since they wait for themselves, or for a step that does. */
export function unreachable(steps: readonly Step[]): readonly Step[] {
  const reached = new Set<string>();
  const known = new Set(steps.map(({ id }) => id.text));
  // What waits for an unknown step has a diagnostic for that.
  const isReady = ({ before }: Step): boolean => before.every((id) => reached.has(id) || !known.has(id));
  for (let grown = true; grown;) {
    const next = steps.filter((step) => !reached.has(step.id.text) && isReady(step));
    for (const { id } of next) reached.add(id.text);
    grown = next.length > 0;
  }
  return steps.filter(({ id }) => !reached.has(id.text));
}
