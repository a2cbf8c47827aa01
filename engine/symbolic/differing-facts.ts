import { evaluate } from '../evaluate/evaluate.ts';
import type { Round } from '../ir/ir.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Decision } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { askedAtoms } from './asked.ts';
import type { Box } from './box.ts';
import { roundingOf, type Region, type Sides } from './difference.ts';
import { roundedApart } from './rounded-apart.ts';
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
export function differingFacts(name: string, region: Region, { before, after, meanings }: Sides): Replay | undefined {
  const wanted = [...askedAtoms(name, before, meanings), ...askedAtoms(name, after, meanings)];
  const [was, is] = [before, after].map(({ decisions }) => roundingAt(decisions[name]));
  for (const box of boxesOf(region, was, is)) {
    for (const facts of factsIn(box, wanted, after)) {
      const given = { values: facts, unknown: [] };
      const replay = { facts, before: evaluate(before, name, given), after: evaluate(after, name, given) };
      if (differ(replay.before, replay.after)) return replay;
    }
  }
  return undefined;
}

/** Where two roundings part comes first: elsewhere they may agree for all that a person would try. */
function* boxesOf(region: Region, was: Round | undefined, is: Round | undefined): Generator<Box, void, undefined> {
  yield* roundedApart(region, was, is);
  yield region.box;
}

const roundingAt = (decision: Decision | undefined): Round | undefined =>
  decision === undefined ? undefined : roundingOf(decision);

/** Do two outcomes say different things? What they rest on is no difference. */
function differ(a: Outcome, b: Outcome): boolean {
  if (a.status !== b.status || a.value !== b.value || a.error?.code !== b.error?.code) return true;
  const reasons = ({ reasons }: Outcome): string =>
    reasons
      .map(({ code, fact, parameter, gap, person, allowed }) => [code, fact, parameter, gap, person, allowed].join())
      .join(';');
  return reasons(a) !== reasons(b);
}
