import { partsOf } from '../ir/parts.ts';
import { versionAt } from '../program/timeline.ts';
import { isOrganization } from '../program/organizations.ts';
import type { ReadPolicy } from '../program/read.ts';
import type { Handbook } from '../program/handbook.ts';
import type { Ir } from '../ir/ir.ts';
import type { Decision } from '../ir/program.ts';
import { nodes } from '../ir/walk.ts';
import { readBy } from './read-by.ts';

/**
 * Decisions of other policies that read a decision on a day, directly, through others or through computed facts. Of an
 * organization's those as well that ask who stands above whom.
 */
export function readersOf(decision: Decision, { versions, facts }: Handbook, day: string): readonly Decision[] {
  const inForce = [...versions.values()].flatMap((same) => versionAt(same, day) ?? same[0] ?? []);
  const decisions = inForce.flatMap((version) => version.decisions);
  const readers = new Map<string, string[]>();
  const note = (reader: string, part: Ir): void => {
    for (const node of nodes(part)) {
      const key = readBy(node);
      if (key !== undefined) readers.set(key, [...(readers.get(key) ?? []), reader]);
    }
  };
  for (const one of decisions) for (const part of partsOf(one)) note(`decision ${one.name}`, part);
  for (const { name, orFrom } of Object.values(facts)) if (orFrom !== undefined) note(`fact ${name}`, orFrom);
  const scope = versions.get(decision.policy)?.map(({ read }) => scopeOfPosts(read.policy))[0];
  const reached = new Set([`decision ${decision.name}`, ...(scope === undefined ? [] : [`organization ${scope}`])]);
  for (const key of reached) for (const reader of readers.get(key) ?? []) reached.add(reader);
  return decisions
    .filter(({ name, policy, hidden }) => !hidden && policy !== decision.policy && reached.has(`decision ${name}`))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function scopeOfPosts(policy: ReadPolicy['policy']): string | undefined {
  return isOrganization(policy) ? policy.scope?.text : undefined;
}
