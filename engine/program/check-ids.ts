import { checkerFor } from '../expression/check.ts';
import { lowerUnstated, resolveInterpretation } from '../kinds/place.ts';
import type { Word } from '../shape/schema.ts';
import { environmentOf, type Names } from './environment.ts';
import type { ReadPolicy } from './read.ts';
import { writtenIn } from './written.ts';

/** Gaps and interpretations that are named anywhere in a policy, also where nothing is computed: in an owner, a duty, a post. */
export function checkIds(policies: readonly ReadPolicy[], names: Names): void {
  for (const read of policies) {
    const checker = checkerFor(environmentOf(read, names));
    for (const { key, value } of writtenIn(read.policy)) {
      if (key === 'unstated') lowerUnstated(value as Word, checker, undefined);
      if (key === 'rests-on') for (const id of value as readonly Word[]) resolveInterpretation(id, checker);
    }
  }
}

/** `policy#id` of the interpretations that some part of a policy says it rests on, computed or not. */
export function namedInterpretations({ policy }: ReadPolicy): ReadonlySet<string> {
  const named = [...writtenIn(policy)].flatMap(({ key, value }) =>
    key === 'rests-on' ? (value as readonly Word[]) : [],
  );
  return new Set(named.map(({ text }) => `${policy.policy.text}#${text}`));
}
