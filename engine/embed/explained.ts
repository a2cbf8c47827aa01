import type { Explained } from '../evaluate/evaluate.ts';
import type { Outcome } from '../ir/outcome.ts';
import { explain } from '../telling/questions.ts';
import type { RawFacts } from '../value/facts.ts';
import { toOutcome } from '../value/outcome.ts';
import { failed, nameOf, questionOf, type Asking, type Rules } from './rules.ts';

/**
 * The same outcome as `rules.decide`, with the tree of everything that it came from: facts, rules, rows, rounding, versions,
 * clauses, interpretations. Plain JSON; `renderExplanation` tells it in words. Never throws.
 *
 *     const { outcome, explanation } = explainDecision(rules, 'sales.net', { 'sales.ordered': '88000 CNY' });
 *     renderExplanation(explanation, 'en');
 */
export function explainDecision({ program }: Rules, named: string, given: RawFacts, asking: Asking = {}): Explained {
  const decision = nameOf(named);
  try {
    const asked = questionOf(program, decision, given, asking);
    if (!('status' in asked)) return explain(program, decision, asked.facts, asked);
    const { origin, hidden, title } = program.decisions[decision] ?? {};
    return without(toOutcome(program, decision, asked), { origin, hidden, title });
  } catch (error) {
    return without(failed(decision, error), {});
  }
}

interface Asked {
  readonly title?: Explained['explanation']['title'] | undefined;
  readonly hidden?: boolean | undefined;
  readonly origin?: Explained['explanation']['span'] | undefined;
}

/** An outcome that came about before anything was worked out. */
function without(outcome: Outcome, { title, hidden = false, origin = nowhere }: Asked): Explained {
  const { decision } = outcome;
  const named = title ?? { en: decision, zh: decision };
  return { outcome, explanation: { outcome, title: named, hidden, span: origin, steps: [] } };
}

const nowhere = { file: '<question>', start: 0, end: 0 };
