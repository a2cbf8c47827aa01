import type { Counts } from './differential.ts';

/** What a run went through, for people. */
export function printCounts({ outcomes, statuses, reached }: Counts): string {
  const list = (counts: ReadonlyMap<string, number>): string =>
    [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
  return `${outcomes} outcomes: ${list(statuses)}\n${list(reached)}`;
}

/** Nodes and functions that a run reached less often than it should. */
export function reachedTooSeldom({ reached }: Counts, least: number): readonly string[] {
  return [...reached].filter(([, count]) => count < least).map(([name]) => name);
}

/** The share of the rarest status. */
export function rarestStatus({ outcomes, statuses }: Counts): number {
  const all = ['determined', 'undetermined', 'not-applicable', 'error'] as const;
  return Math.min(...all.map((status) => statuses.get(status) ?? 0)) / outcomes;
}
