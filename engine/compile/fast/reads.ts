import { joined } from './branches.ts';
import { compare } from './compare.ts';
import { givenFact, isGiven, type FactSlot } from './facts.ts';
import { once } from './once.ts';
import { leave, truthOf, type Fast, type FastTruth, type Run } from './run.ts';
import type { FastUnit } from './unit.ts';
import { within } from './within.ts';

/** A fact: given, or false if it is closed, or what follows from others. */
export function fact(at: FactSlot, unit: FastUnit): Fast {
  const given = givenFact(at);
  const { closed, orFrom } = at.fact;
  if (orFrom !== undefined && !closed) return givenOrFollowing(at, given, unit);
  if (!closed || given.is !== 'truth') return given;
  const known = isGiven(at);
  return { is: 'truth', run: (run) => known(run) && given.run(run) };
}

/** What is given and what follows must agree. */
function givenOrFollowing(at: FactSlot, given: Fast, unit: FastUnit): Fast {
  const { orFrom } = at.fact;
  if (orFrom === undefined) return given;
  const known = isGiven(at);
  const computed = once(unit.compile(orFrom));
  const agrees = compare('=', given, computed);
  const fits = at.fact.range === undefined ? undefined : within(() => computed, at.fact.range, unit.compile);
  const cannotFollow = unit.lacks(orFrom);
  const same = agrees === undefined ? leave : unflagged(agrees);
  const inRange = fits === undefined ? () => at.fact.range === undefined || leave() : unflagged(fits);
  return joined([given, computed], ([whenGiven = leave, whenNot = leave]) => (run) => {
    if (known(run)) {
      if (!cannotFollow(run) && !same(run)) leave();
      return whenGiven(run);
    }
    if (!inRange(run)) leave();
    return whenNot(run);
  });
}

/** A test whose flags do not count. */
function unflagged(test: FastTruth): (run: Run) => boolean {
  const holds = truthOf(test);
  return (run) => {
    const before = run.flags;
    const result = holds(run);
    run.flags = before;
    return result;
  };
}

/** Is it certain, without working it out, that what follows cannot be determined because one of these facts is not there? */
export function lacksOneOf(needed: readonly FactSlot[]): (run: Run) => boolean {
  const given = needed.map(isGiven);
  return (run) => given.some((isThere) => !isThere(run));
}
