import { explain, type Explained } from '../evaluate/evaluate.ts';
import type { RawFacts } from '../value/facts.ts';
import { toOutcome } from '../value/outcome.ts';
import { questionOf, type Asking, type Rules } from './rules.ts';

/**
 * The same outcome as `rules.decide`, with the tree of everything that it came from: facts, rules, rows, rounding, versions,
 * clauses, interpretations. Plain JSON; `renderExplanation` tells it in words.
 *
 *     const { outcome, explanation } = explainDecision(rules, 'sales.net', { 'sales.ordered': '88000 CNY' });
 *     renderExplanation(explanation, 'en');
 */
export function explainDecision({ program }: Rules, decision: string, given: RawFacts, asking: Asking = {}): Explained {
  const asked = questionOf(program, decision, given, asking);
  if (!('status' in asked)) return explain(program, decision, asked.facts, asked);
  const outcome = toOutcome(program, decision, asked);
  const { origin, hidden = false, title = { en: decision, zh: decision } } = program.decisions[decision] ?? {};
  return { outcome, explanation: { outcome, title, hidden, span: origin ?? nowhere, steps: [] } };
}

const nowhere = { file: '<question>', start: 0, end: 0 };
