import type { LedgerEntry } from './ledger.ts';

/** What is counted: clauses by their form, figures and issues. */
export type Sort = LedgerEntry['form'] | 'figure' | 'issue';
export const sorts: readonly Sort[] = ['executable', 'record', 'principle', 'figure', 'issue'];

interface Share {
  readonly covered: number;
  readonly of: number;
}
export type Totals = Readonly<Record<Sort, Share>>;

/** How much of a few clauses is covered, counted one by one. */
export function totalsOf(entries: readonly LedgerEntry[]): Totals {
  const ofForm = (form: LedgerEntry['form']): Share =>
    share(entries.filter((entry) => entry.form === form).map(({ covered }) => covered.is === 'covered'));
  return {
    executable: ofForm('executable'),
    record: ofForm('record'),
    principle: ofForm('principle'),
    figure: share(entries.flatMap(({ figures }) => figures.map(({ missing }) => missing.length === 0))),
    issue: share(entries.flatMap(({ issues }) => issues.map(({ unknown }) => unknown.length === 0))),
  };
}

const share = (all: readonly boolean[]): Share => ({ covered: all.filter(Boolean).length, of: all.length });

/** The totals by what the entries have in common, in the order in which it comes up. */
export function totalsBy(
  entries: readonly LedgerEntry[],
  key: 'source' | 'part' | 'topic',
): readonly { readonly name: string; readonly totals: Totals }[] {
  const groups = Map.groupBy(entries, (entry) => entry[key]);
  return [...groups].map(([name, same]) => ({ name, totals: totalsOf(same) }));
}

export const isWhole = (totals: Totals): boolean => sorts.every((sort) => totals[sort].covered === totals[sort].of);

/** Whether a clause is the one that is named or lies below it: `O-1` means O-1.3, not O-12. */
export function isBelow(clause: string, prefix: string): boolean {
  if (!clause.startsWith(prefix)) return false;
  return !(/\d$/.test(prefix) && /^\d/.test(clause.slice(prefix.length)));
}
