import { checkerFor } from '../expression/check.ts';
import type { Head } from '../kinds/head.ts';
import { lowerUnstated, resolveInterpretation } from '../kinds/place.ts';
import type { Word } from '../shape/schema.ts';
import { remembered } from '../source/remembered.ts';
import { environmentOf, type Names } from './environment.ts';
import type { ReadPolicy } from './read.ts';
import { writtenIn } from './written.ts';

/** Gaps and interpretations that are named anywhere in a policy, also where nothing is computed: in an owner, a duty, a post. */
export function checkIds(read: ReadPolicy, names: Names): void {
  const checker = checkerFor(environmentOf(read, names));
  const { unstated, restsOn } = idsIn(read.policy);
  for (const id of unstated) lowerUnstated(id, checker, undefined);
  for (const id of restsOn) resolveInterpretation(id, checker);
}

/** `policy#id` of the interpretations that some part of a policy says it rests on, computed or not. */
export const namedInterpretations: (read: ReadPolicy) => ReadonlySet<string> = remembered(
  ({ policy }: ReadPolicy) => new Set(idsIn(policy).restsOn.map(({ text }) => `${policy.policy.text}#${text}`)),
);

const idsIn = remembered((policy: Head) => {
  const written = writtenIn(policy);
  return {
    unstated: written.flatMap(({ key, value }) => (key === 'unstated' ? [value as Word] : [])),
    restsOn: written.flatMap(({ key, value }) => (key === 'rests-on' ? (value as readonly Word[]) : [])),
  };
});
