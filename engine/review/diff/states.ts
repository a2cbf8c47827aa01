import { everything, type Program } from '../../ir/program.ts';
import type { Handbook } from '../../program/handbook.ts';
import { changeDays } from '../../program/timeline.ts';
import { programKnown } from '../../recalculate/knowledge.ts';
import { daysOfMonth, previousDay } from '../../value/calendar.ts';

/** One of the two sides of a comparison. */
export interface State {
  /** As it was asked for: `git:main`, `commission.head@v:1`. */
  readonly name: string;
  readonly handbook: Handbook;
  /** The one day that is meant; a whole handbook has none. */
  readonly day?: string;
  /** The one version of a policy that is meant, whatever the day. */
  readonly version?: { readonly policy: string; readonly number: number; readonly from: string };
}

/** Days, both inclusive, on which the two sides stay what they are. */
export interface Days {
  /** Missing where the sides are of days of their own. */
  readonly from?: string;
  readonly to?: string;
}

/** A side on a day. */
export interface Linked {
  readonly name: string;
  readonly handbook: Handbook;
  readonly day: string;
  readonly program: Program;
}

/** The two sides on some days. */
export interface Stretch {
  readonly days: Days;
  readonly before: Linked;
  readonly after: Linked;
}

/** The one day, or month with its last day, that is meant on both sides, and what counts as published. */
interface Asked {
  readonly at?: string;
  readonly period?: string;
  readonly known?: string;
}

/**
 * The days that a comparison speaks of, in order: one stretch where a side or `at` names a day, else all days on which one of
 * the two handbooks says anything. Two versions are compared on the first day of the later one.
 */
export function stretchesOf(
  before: State,
  after: State,
  { at: asked, period, known = everything }: Asked = {},
): readonly Stretch[] {
  const at = asked ?? (period === undefined ? undefined : daysOfMonth(period)?.at(-1));
  const since = [before, after].flatMap(({ version }) => version?.from ?? []).sort();
  const [first, second] = [at ?? before.day ?? after.day, at ?? after.day ?? before.day].map(
    (day) => day ?? since.at(-1),
  );
  if (first !== undefined && second !== undefined) {
    const days = first === second && before.version === undefined ? { from: first, to: first } : {};
    return [{ days, before: linked(before, first, period, known), after: linked(after, second, period, known) }];
  }
  const starts = changeDays([before, after].flatMap(({ handbook }) => [...handbook.versions.values()].flat()));
  return starts.map((from, i) => {
    const next = starts[i + 1];
    return {
      days: next === undefined ? { from } : { from, to: previousDay(next) },
      before: linked(before, from, period, known),
      after: linked(after, from, period, known),
    };
  });
}

/** The same sides on another day, as when neither changes on the way. */
export function onDay({ days, before, after }: Stretch, day: string, known: string = everything): Stretch {
  const moved = ({ name, handbook }: Linked): Linked => linked({ name, handbook }, day, undefined, known);
  return { days, before: moved(before), after: moved(after) };
}

function linked({ name, handbook, version }: State, day: string, period: string | undefined, known: string): Linked {
  const there = version === undefined ? handbook : withVersion(handbook, version.policy, version.number);
  return { name, handbook: there, day, program: programKnown(there, day, period, known) };
}

/** The handbook as if this version of the policy held on all days. */
function withVersion(handbook: Handbook, policy: string, number: number): Handbook {
  const meant = (handbook.versions.get(policy) ?? []).filter(({ head }) => head.version === number);
  const always = meant.map((version) => {
    const { to: _, ...head } = version.head;
    return { ...version, head: { ...head, from: firstDay, published: firstDay } };
  });
  return { ...handbook, versions: new Map([...handbook.versions, [policy, always]]) };
}

const firstDay = '0001-01-01';
