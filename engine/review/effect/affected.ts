import type { Program } from '../../ir/program.ts';
import { isNumeric } from '../../ir/type.ts';
import type { Diff } from '../diff/report.ts';
import type { Stretch } from '../diff/states.ts';
import { factsNeededBy } from './needs.ts';

/** The stretch on which a population is tried, where no day was named: the first that differs, else the last. */
export function stretchToTry(
  stretches: readonly Stretch[],
  diff: Diff,
): { readonly stretch: Stretch; readonly later?: string } {
  const days = diff.policies.flatMap(({ changes }) =>
    changes.flatMap((change) => change.days.flatMap(({ from }) => from ?? [])),
  );
  const [first, later] = [...new Set(days)].sort();
  const stretch = stretches.find((one) => one.days.from === first) ?? stretches.at(-1);
  if (stretch === undefined) throw new Error('two handbooks without a day were compared');
  return later === undefined ? { stretch } : { stretch, later };
}

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
