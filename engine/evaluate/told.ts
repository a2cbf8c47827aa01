import type { DecisionStep, Explanation, Step } from './explanation.ts';

/** Nobody reads deeper, and plain JSON that nests without end breaks its readers. */
const deepest = 60;

/** The tree in which each decision is told in full once, where it is first read. */
export function told(explanation: Explanation): Explanation {
  return retell(explanation, new Set([keyOf(explanation.outcome.decision, explanation.on)]), 0);
}

// What stays as it is is not copied: nobody changes a step, and most explanations have nothing to leave out.

function retell(explanation: Explanation, seen: Set<string>, depth: number): Explanation {
  const steps = stepsIn(explanation.steps, seen, depth);
  return steps === explanation.steps ? explanation : { ...explanation, steps };
}

function stepsIn(all: readonly Step[], seen: Set<string>, depth: number): readonly Step[] {
  return mapped(all, (step) => retold(step, seen, depth));
}

/** The list itself where nothing in it is another one afterwards. */
function mapped<T>(all: readonly T[], change: (one: T) => T): readonly T[] {
  let copy: T[] | undefined;
  for (let i = 0; i < all.length; i += 1) {
    const before = all[i] as T;
    const after = change(before);
    if (after !== before) (copy ??= [...all])[i] = after;
  }
  return copy ?? all;
}

function retold(step: Step, seen: Set<string>, depth: number): Step {
  const inner = (all: readonly Step[]): readonly Step[] => stepsIn(all, seen, depth);
  const innerOf = <Part extends { readonly steps: readonly Step[] }>(parts: readonly Part[]): readonly Part[] =>
    mapped(parts, (part) => {
      const steps = inner(part.steps);
      return steps === part.steps ? part : { ...part, steps };
    });
  switch (step.step) {
    case 'decision':
      return decision(step, seen, depth);
    case 'fact':
    case 'condition': {
      const steps = inner(step.steps);
      return steps === step.steps ? step : { ...step, steps };
    }
    case 'choice': {
      const [tested, steps] = [innerOf(step.tested), inner(step.steps)];
      return tested === step.tested && steps === step.steps ? step : { ...step, tested, steps };
    }
    case 'tier':
    case 'row': {
      const before = inner(step.before);
      if (step.step === 'tier') {
        const taken = innerOf(step.taken);
        return before === step.before && taken === step.taken ? step : { ...step, before, taken };
      }
      const taken = innerOf(step.taken);
      return before === step.before && taken === step.taken ? step : { ...step, before, taken };
    }
    case 'list': {
      const [before, elements] = [inner(step.before), innerOf(step.elements)];
      return before === step.before && elements === step.elements ? step : { ...step, before, elements };
    }
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
  const { explanation } = step;
  if (explanation === undefined) return step;
  const key = keyOf(step.name, step.on);
  if (seen.has(key) || depth >= deepest) {
    const { explanation: _further, ...short } = step;
    return short;
  }
  seen.add(key);
  const told = retell(explanation, seen, depth + 1);
  return told === explanation ? step : { ...step, explanation: told };
}

function keyOf(name: string, on: string | undefined): string {
  return on === undefined ? name : `${name}\u0000${on}`;
}
