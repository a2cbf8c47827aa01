import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Decision, Program } from '../ir/program.ts';
import { daysOfMonth } from '../value/calendar.ts';
import type { Edition, Editions } from './edition.ts';
import { link } from './link.ts';
import { periodMessages } from './period-messages.ts';
import { splitByDays, type Segment, type Split } from './split-days.ts';
import { versionAt } from './timeline.ts';

/**
 * Cuts a handbook to a month: its last day picks the versions. A policy that pays by month and changes inside it is an error,
 * unless it says `period-rule: end` (the last day decides) or `split: days` (each version counts for its days, semantics 6.3).
 * `period` is `YYYY-MM`; undefined when it is none.
 */
export function linkPeriod(handbook: Editions, period: string, known?: string): Program | undefined {
  const days = daysOfMonth(period);
  const last = days?.at(-1);
  if (days === undefined || last === undefined) return undefined;
  const program = link(handbook, { at: last, ...(known === undefined ? {} : { known }) });
  const cut = [...handbook.versions.values()].flatMap((versions) => {
    const segments = segmentsOf(versions, days, known);
    return segments.length < 2 ? [] : [{ segments, ...settle(segments, versions, program, period) }];
  });
  if (cut.length === 0) return program;
  // What an earlier version of the month rests on is named too; where two say it, the newest does.
  const earlier = cut.flatMap(({ segments }) => segments.flatMap(({ version }) => version ?? []));
  const made = cut.flatMap(({ gaps }) => gaps);
  const gaps = earlier.flatMap((version) => version.gaps);
  return {
    ...program,
    interpretations: {
      ...byId(earlier.flatMap(({ interpretations }) => interpretations)),
      ...program.interpretations,
    },
    gaps: { ...byId(gaps), ...program.gaps, ...byId(made) },
    decisions: {
      ...program.decisions,
      ...Object.fromEntries(cut.flatMap(({ decisions }) => decisions.map((one) => [one.name, one]))),
    },
  };
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): Readonly<Record<string, T>> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

/** Only policies that pay by the period are cut by it. */
function segmentsOf(
  versions: readonly Edition[],
  days: readonly string[],
  known: string | undefined,
): readonly Segment[] {
  const segments: Segment[] = [];
  for (const day of days) {
    const version = versionAt(versions, day, known);
    const open = segments.at(-1);
    if (open !== undefined && open.version === version)
      segments[segments.length - 1] = { version, days: open.days + 1 };
    else segments.push({ version, days: 1 });
  }
  const pays = segments.some(({ version }) => version?.head.period === 'month');
  return pays ? segments : [];
}

function settle(segments: readonly Segment[], versions: readonly Edition[], program: Program, period: string): Split {
  const last = segments.at(-1)?.version;
  if (last?.head.periodRule === 'end') return { decisions: [], gaps: [] };
  if (last?.head.split === 'days') return splitByDays(segments, last);
  const names = new Set(versions.flatMap(({ decisions }) => decisions.map(({ name }) => name)));
  const decisions = [...names].flatMap((name) => {
    const decision = program.decisions[name];
    if (decision === undefined) return [];
    const { policy } = decision;
    const starts = last?.head.from ?? segments[0]?.version?.head.to ?? '';
    const diagnostic: Diagnostic = periodMessages['starts-inside']({ policy, period, starts }, decision.origin);
    return [{ ...decision, body: { is: 'blocked', diagnostic } } satisfies Decision];
  });
  return { decisions, gaps: [] };
}
