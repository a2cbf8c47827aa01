import type { DecisionStep, Explanation, Step } from './explanation.ts';

/** Nobody reads deeper, and plain JSON that nests without end breaks its readers. */
const deepest = 60;

/** The tree in which each decision is told in full once, where it is first read. */
export function told(explanation: Explanation): Explanation {
  return retell(explanation, new Set([keyOf(explanation.outcome.decision, explanation.on)]), 0);
}

function retell(explanation: Explanation, seen: Set<string>, depth: number): Explanation {
  return { ...explanation, steps: steps(explanation.steps, seen, depth) };
}

function steps(all: readonly Step[], seen: Set<string>, depth: number): readonly Step[] {
  return all.map((step) => retold(step, seen, depth));
}

function retold(step: Step, seen: Set<string>, depth: number): Step {
  const inner = (all: readonly Step[]): readonly Step[] => steps(all, seen, depth);
  const innerOf = <Part extends { readonly steps: readonly Step[] }>(parts: readonly Part[]): readonly Part[] =>
    parts.map((part) => ({ ...part, steps: inner(part.steps) }));
  switch (step.step) {
    case 'decision':
      return decision(step, seen, depth);
    case 'fact':
    case 'condition':
      return { ...step, steps: inner(step.steps) };
    case 'choice':
      return { ...step, tested: innerOf(step.tested), steps: inner(step.steps) };
    case 'tier':
      return { ...step, before: inner(step.before), taken: innerOf(step.taken) };
    case 'row':
      return { ...step, before: inner(step.before), taken: innerOf(step.taken) };
    case 'list':
      return { ...step, before: inner(step.before), elements: innerOf(step.elements) };
    case 'parameter':
    case 'expression':
    case 'rounding':
    case 'interpretation':
    case 'own':
    case 'gap':
    case 'person':
      return step;
  }
}

function decision(step: DecisionStep, seen: Set<string>, depth: number): DecisionStep {
  const { explanation, ...short } = step;
  const key = keyOf(step.name, step.on);
  if (explanation === undefined || seen.has(key) || depth >= deepest) return short;
  seen.add(key);
  return { ...short, explanation: retell(explanation, seen, depth + 1) };
}

function keyOf(name: string, on: string | undefined): string {
  return on === undefined ? name : `${name}\u0000${on}`;
}
