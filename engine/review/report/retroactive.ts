import { previousDay } from '../../value/calendar.ts';
import type { Handbook } from '../../program/handbook.ts';
import type { EffectSection } from '../effect/section.ts';
import type { PolicyReview } from '../review.ts';

/** A version that holds for days on which something was settled already, or that nobody could know it then. */
export interface Retroactive {
  readonly policy: string;
  readonly version: number;
  readonly from: string;
  readonly published: string;
  /** First and last closed month that it reaches; missing where it reaches none. */
  readonly closed?: { readonly first: string; readonly last: string };
}

/** What a closed month comes to anew. */
export interface Settled {
  readonly period: string;
  readonly effect: EffectSection;
}

export interface Retroaction {
  readonly versions: readonly Retroactive[];
  /** The last closed month, and whether the manifest says so or it is the last one that ended. */
  readonly through: string;
  readonly isDeclared: boolean;
  readonly settled: readonly Settled[];
  /** Closed months that are reached and whose table nobody gave, as first and last. */
  readonly untried: readonly string[];
}

/** The last closed month: the later of what the manifests say, else the last that ended before today. */
export function closedThrough(
  base: Handbook,
  head: Handbook,
  today: string,
): Pick<Retroaction, 'through' | 'isDeclared'> {
  const declared = [base, head].flatMap(({ manifest }) => manifest?.review?.closed?.through.text ?? []).sort();
  const last = declared.at(-1);
  if (last !== undefined) return { through: last, isDeclared: true };
  return { through: previousDay(`${today.slice(0, 7)}-01`).slice(0, 7), isDeclared: false };
}

/** Versions that are new or changed before they held, and reach back: to before their publication, or into closed months. */
export function retroactiveVersions(
  policies: readonly PolicyReview[],
  { versions }: Handbook,
  through: string,
): readonly Retroactive[] {
  return policies.flatMap(({ policy, version, change, meaning }): readonly Retroactive[] => {
    if (!['new', 'amended', 'edited'].includes(change) || meaning.length === 0) return [];
    const head = versions.get(policy)?.find((one) => one.head.version === version)?.head;
    if (head === undefined) return [];
    const { from, published, to } = head;
    const [first, end] = [from.slice(0, 7), to?.slice(0, 7) ?? through];
    const last = end < through ? end : through;
    const closed = first <= last ? { closed: { first, last } } : {};
    if (from >= published && closed.closed === undefined) return [];
    return [{ policy, version, from, published, ...closed }];
  });
}

/** A new policy from the day of its publication on reaches back nowhere. */
export function monthsOf({ closed }: Retroactive): string {
  if (closed === undefined) return '–';
  return closed.first === closed.last ? closed.first : `${closed.first} – ${closed.last}`;
}
