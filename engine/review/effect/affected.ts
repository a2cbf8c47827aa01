import type { Program } from '../../ir/program.ts';
import { isNumeric } from '../../ir/type.ts';
import type { Diff } from '../diff/report.ts';
import { onDay, type Stretch } from '../diff/states.ts';
import { factsNeededBy } from './needs.ts';

/**
 * The days on which a population is tried, where nobody named one: today where the change holds today, else its first day
 * to come, else its last one gone by. What differs on other days as well begins on `others`.
 */
export function stretchToTry(
  stretches: readonly Stretch[],
  diff: Diff,
  today: string,
  known?: string,
): { readonly stretch: Stretch; readonly others: readonly string[] } {
  const days = diff.policies.flatMap(({ changes }) =>
    changes.flatMap((change) => change.days.flatMap(({ from, to }) => (from === undefined ? [] : [{ from, to }]))),
  );
  const differs = ({ days: { from, to } }: Stretch): boolean =>
    from !== undefined && days.some((some) => some.from <= (to ?? lastDay) && from <= (some.to ?? lastDay));
  const differing = stretches.filter(differs);
  const stretch = nearest(differing, today) ?? stretches.at(-1);
  if (stretch === undefined) throw new Error('two handbooks without a day were compared');
  // Where a day was asked for, the only stretch is of that day.
  const isOpen = stretches.length > 1 || stretch.days.to === undefined || stretch.days.to !== stretch.days.from;
  const { from = '', to = lastDay } = stretch.days;
  const elsewhere = days.filter((some) => some.from > to || (some.to ?? lastDay) < from);
  return {
    stretch: isOpen && holdsOn(stretch, today) ? onDay(stretch, today, known) : stretch,
    others: from === '' ? [] : [...new Set(elsewhere.map((some) => some.from))].sort(),
  };
}

const lastDay = '9999-12-31';

/** Of stretches in order, the one that holds today, else the first to come, else the last. */
export function nearest(stretches: readonly Stretch[], today: string): Stretch | undefined {
  return (
    stretches.find((one) => holdsOn(one, today)) ??
    stretches.find(({ days: { from } }) => from !== undefined && from > today) ??
    stretches.at(-1)
  );
}

export const holdsOn = ({ days: { from, to } }: Stretch, day: string): boolean =>
  from !== undefined && from <= day && day <= (to ?? lastDay);

/** Where no decision was named: those that come out differently, are numbers, and read something that the population gives. */
export function decisionsToTry(diff: Diff, stretch: Stretch, given: ReadonlySet<string>): readonly string[] {
  const names = diff.policies.flatMap(({ changes }) => changes.flatMap(({ decision }) => decision ?? []));
  return affectedDecisions(names, stretch, given);
}

/** Of these decisions, those that are numbers and read something that the population gives. */
export function affectedDecisions(
  names: readonly string[],
  { before, after }: Stretch,
  given: ReadonlySet<string>,
): readonly string[] {
  return [...new Set(names)].filter((name) => {
    const known = [after.program, before.program].filter((program) => isAsked(program, name));
    return known.some((program) => factsNeededBy(program, name).some((fact) => given.has(fact)));
  });
}

function isAsked({ decisions }: Program, name: string): boolean {
  const decision = Object.hasOwn(decisions, name) ? decisions[name] : undefined;
  return decision !== undefined && !decision.hidden && decision.takes.length === 0 && isNumeric(decision.type);
}
