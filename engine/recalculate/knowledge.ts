import type { Handbook } from '../program/handbook.ts';

/** The days on which something was published, up to `known`; the latest first, and before them all that is known. */
export function daysOfKnowledge({ versions }: Pick<Handbook, 'versions'>, known: string): readonly string[] {
  const days = [...versions.values()].flatMap((all) => all.map(({ head }) => head.published));
  return [...new Set([known, ...days.filter((day) => day <= known)])].sort().reverse();
}

/**
 * The day of knowledge by which an old result was worked out: the one whose rules give most of what the result says for its own
 * inputs; of several equally good ones the latest, so that no change is claimed which nothing shows. `agree` counts for a day.
 */
export function dayOfResult(days: readonly string[], agree: (day: string) => number): string | undefined {
  let best: { readonly day: string; readonly count: number } | undefined;
  for (const day of days) {
    const count = agree(day);
    if (best === undefined || count > best.count) best = { day, count };
  }
  return best?.day;
}
