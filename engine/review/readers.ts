import { partsOf } from '../ir/parts.ts';
import { versionAt } from '../program/timeline.ts';
import { readsOf } from '../program/cycles.ts';
import type { Handbook } from '../program/handbook.ts';
import type { Decision } from '../ir/program.ts';

/** Decisions of other policies that read a decision on a day, directly, through others or through computed facts. */
export function readersOf(decision: Decision, { versions, facts }: Handbook, day: string): readonly string[] {
  const inForce = [...versions.values()].flatMap((same) => versionAt(same, day) ?? same[0] ?? []);
  const decisions = inForce.flatMap((version) => version.decisions);
  const readers = new Map<string, string[]>();
  const note = (reader: string, reads: ReturnType<typeof readsOf>): void => {
    for (const { is, name } of reads) {
      const key = `${is} ${name}`;
      readers.set(key, [...(readers.get(key) ?? []), reader]);
    }
  };
  for (const one of decisions) note(`decision ${one.name}`, readsOf(partsOf(one)));
  for (const { name, orFrom } of Object.values(facts))
    if (orFrom !== undefined) note(`fact ${name}`, readsOf([orFrom]));
  const reached = new Set([`decision ${decision.name}`]);
  for (const key of reached) for (const reader of readers.get(key) ?? []) reached.add(reader);
  return decisions
    .filter(({ name, policy, hidden }) => !hidden && policy !== decision.policy && reached.has(`decision ${name}`))
    .map(({ name }) => name)
    .toSorted();
}
