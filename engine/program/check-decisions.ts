import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { partsOf } from '../ir/parts.ts';
import type { Decision, Fact } from '../ir/program.ts';
import { remembered } from '../source/remembered.ts';
import { namedInterpretations } from './check-ids.ts';
import { readsOf } from '../ir/reads.ts';
import { factsReadBy } from './cycles.ts';
import type { Version } from './handbook.ts';
import { restedOn } from './interpretations.ts';
import { handbookMessages } from './messages.ts';

/** A version after the first says why it came. */
export function checkReasons(versions: readonly Version[]): readonly Diagnostic[] {
  return versions.flatMap(({ head, read }) => {
    if (head.version === 1 || head.because !== undefined) return [];
    const args = { policy: read.policy.title, version: String(head.version) };
    return [handbookMessages['no-reason'](args, read.policy.policy.span)];
  });
}

const factsReadByAll = remembered((decisions: readonly Decision[]): readonly string[] => [
  ...new Set(decisions.flatMap((decision) => [...factsReadBy(decision)])),
]);

/** Facts that no policy reads, directly or through another fact. */
export function unusedFacts(
  versions: readonly Version[],
  facts: Readonly<Record<string, Fact>>,
): readonly Diagnostic[] {
  const computed = Object.values(facts).flatMap(({ orFrom }) => orFrom ?? []);
  const read = new Set([
    ...versions.flatMap(({ decisions }) => factsReadByAll(decisions)),
    ...readsOf(computed).flatMap(({ is, name }) => (is === 'fact' ? [name] : [])),
  ]);
  return Object.values(facts)
    .filter(({ name, type }) => !read.has(name) && type.is !== 'unknown')
    .map(({ name, origin }) => handbookMessages['unused-fact']({ name }, origin));
}

const restedOnBy = remembered((decisions: readonly Decision[]) => restedOn(decisions.flatMap(partsOf)));

/** Interpretations that claim to decide something while no place says that it rests on them; conventions need none. */
export function unusedInterpretations(
  versions: readonly Version[],
  facts: Readonly<Record<string, Fact>>,
): readonly Diagnostic[] {
  const ofFacts = restedOn(Object.values(facts).flatMap(({ orFrom }) => orFrom ?? []));
  return versions.flatMap(({ read, decisions, interpretations }) => {
    const known = [restedOnBy(decisions), namedInterpretations(read), ofFacts];
    return interpretations
      .filter(({ id, about }) => about !== 'convention' && !known.some((ids) => ids.has(id)))
      .map(({ id, origin }) => handbookMessages['unused-interpretation']({ id }, origin));
  });
}
