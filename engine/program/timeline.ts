import { everything, type PolicyHead } from '../ir/program.ts';
import { nextDay } from '../value/calendar.ts';

/** The version that holds on a day as far as published by another: the highest that covers the day (semantics 6.1). */
export function versionAt<V extends { readonly head: PolicyHead }>(
  versions: readonly V[],
  at: string,
  known: string = everything,
): V | undefined {
  const holding = versions.filter(({ head }) => head.published <= known && covers(head, at));
  return holding.reduce<V | undefined>(
    (best, version) => (best === undefined || version.head.version > best.head.version ? version : best),
    undefined,
  );
}

export function covers(head: PolicyHead, at: string): boolean {
  return head.from <= at && (head.to === undefined || at <= head.to);
}

/** The days on which some version begins to hold or holds no longer, in order. */
export function changeDays(versions: Iterable<{ readonly head: PolicyHead }>): readonly string[] {
  const days = [...versions].flatMap(({ head: { from, to } }) => (to === undefined ? [from] : [from, nextDay(to)]));
  return [...new Set(days)].sort();
}
