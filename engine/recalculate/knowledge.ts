import type { Outcome } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import type { Handbook } from '../program/handbook.ts';
import { link, type Moment } from '../program/link.ts';
import { linkPeriod } from '../program/period.ts';
import type { Facts } from '../value/facts.ts';
import type { OldRow } from './compare.ts';
import type { Question } from './recalculate.ts';

/** The rules as an earlier result knew them. */
export interface Knowledge {
  /** What counted as published. */
  readonly day: string;
  readonly program: Program;
  /** How many of the result's values follow from its own inputs by these rules, and of how many. */
  readonly agreed: number;
  readonly of: number;
}

/** Asks a decision, by whatever evaluator. */
export type Ask = (program: Program, question: Question, facts: Facts) => Outcome;

/**
 * The rules by which an earlier result was worked out, which it does not say itself: those of the day of publication by which
 * most of its values follow from its own inputs; of several equally good days the latest, so that no change is claimed that
 * nothing shows. `days` are tried in order: `daysOfKnowledge`, or the one that somebody names.
 */
export function knowledgeOf(
  old: readonly OldRow[],
  questions: readonly Question[],
  days: readonly string[],
  programOn: (day: string) => Program,
  ask: Ask,
): Knowledge {
  let best: Knowledge | undefined;
  for (const day of days) {
    const program = programOn(day);
    let agreed = 0;
    for (const { facts, filed } of old) {
      for (const [i, question] of questions.entries())
        if (ask(program, question, facts).value === filed[i]) agreed += 1;
    }
    if (best === undefined || agreed > best.agreed) best = { day, program, agreed, of: old.length * questions.length };
  }
  if (best === undefined) throw new Error('there is no day to try');
  return best;
}

/** The days on which something was published, up to `known`: the latest first, before them all that is known. */
export function daysOfKnowledge({ versions }: Pick<Handbook, 'versions'>, known: string): readonly string[] {
  const days = [...versions.values()].flatMap((all) => all.map(({ head }) => head.published));
  return [...new Set([known, ...days.filter((day) => day <= known)])].sort().reverse();
}

/** The handbook at a moment, or over a month, as published by a day. */
export function programKnown(handbook: Handbook, at: Moment['at'], period: string | undefined, known: string): Program {
  const ofMonth = period === undefined ? undefined : linkPeriod(handbook, period, known);
  return ofMonth ?? link(handbook, { at, known });
}
