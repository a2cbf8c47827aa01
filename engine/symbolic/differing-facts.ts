import { evaluate } from '../evaluate/evaluate.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Value } from '../ir/value.ts';
import { askedAtoms } from './asked.ts';
import type { Region, Sides } from './difference.ts';
import { factsIn } from './witness.ts';

/** Facts out of a region, and what both programs really answer. */
interface Replay {
  readonly facts: Readonly<Record<string, Value>>;
  readonly before: Outcome;
  readonly after: Outcome;
}

/**
 * Facts from the region for which both programs were asked and answered differently, after all rounding. Undefined where none
 * were found: what differs depends on lists, or is too little to survive the rounding.
 */
export function differingFacts(name: string, { box }: Region, { before, after, meanings }: Sides): Replay | undefined {
  const wanted = [...askedAtoms(name, before, meanings), ...askedAtoms(name, after, meanings)];
  for (const facts of factsIn(box, wanted, after)) {
    const given = { values: facts, unknown: [] };
    const replay = { facts, before: evaluate(before, name, given), after: evaluate(after, name, given) };
    if (differ(replay.before, replay.after)) return replay;
  }
  return undefined;
}

/** Do two outcomes say different things? What they rest on is no difference. */
function differ(a: Outcome, b: Outcome): boolean {
  if (a.status !== b.status || a.value !== b.value || a.error?.code !== b.error?.code) return true;
  const reasons = ({ reasons }: Outcome): string =>
    reasons
      .map(({ code, fact, parameter, gap, person, allowed }) => [code, fact, parameter, gap, person, allowed].join())
      .join(';');
  return reasons(a) !== reasons(b);
}
