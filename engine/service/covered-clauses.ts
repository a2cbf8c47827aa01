import type { Texts } from '../diagnostic/diagnostic.ts';
import { lacksOf, sortTitles } from '../ledger/lacks.ts';
import { ledgerOf, type LedgerEntry } from '../ledger/ledger.ts';
import { sorts, totalsBy, totalsOf, type Totals } from '../ledger/totals.ts';
import { unitsInChinese } from '../review/where/in-chinese.ts';
import { remembered } from '../source/remembered.ts';
import type { Sources } from '../program/read.ts';
import type { Span } from '../source/span.ts';
import type { Workspace } from './workspace.ts';

/** So much of all. */
export interface Count {
  /** What is counted: executable clauses, records, principles, figures, issues. */
  readonly title: Texts;
  readonly covered: number;
  readonly of: number;
}

/** A clause with what stands for it and what does not. */
export interface ClauseLine {
  readonly clause: string;
  readonly title: Texts;
  readonly span: Span;
  /** In words, with what would cover it; nothing where all of it is covered. */
  readonly lacks: readonly Texts[];
  /** Where it stands in policies and cases. */
  readonly by: readonly { readonly policy: string; readonly span: Span }[];
  /** As the source writes them, with Chinese units in Chinese. */
  readonly figures: readonly { readonly figure: Texts; readonly at?: Span; readonly reason?: Texts }[];
}

export interface ClauseCoverage {
  /** Of the whole handbook. */
  readonly total: readonly Count[];
  readonly sources: readonly { readonly name: string; readonly counts: readonly Count[] }[];
  /** What is missing anywhere, up to a bound; `missingInAll` counts all. */
  readonly missing: readonly ClauseLine[];
  readonly missingInAll: number;
  /** Clauses that the file cites, or those of the register that it is; undefined for other files. */
  readonly own?: { readonly counts: readonly Count[]; readonly clauses: readonly ClauseLine[] };
  /** Registers that are not there or cannot be read. */
  readonly unread: readonly string[];
}

type Ledger = ReturnType<typeof ledgerOf>;

/** By the day on which it was asked. */
const ledgers = remembered<Sources, Map<string, Ledger>>(() => new Map());

function ledgerOn(sources: Sources, today: string): Ledger {
  const known = ledgers(sources);
  const ledger = known.get(today) ?? ledgerOf(sources, today);
  known.set(today, ledger);
  return ledger;
}

/** More than anybody mends at once. */
const most = 100;

/** What of the registers the handbook covers, and what of it the file that is shown does; what holds `today` counts beside what is newest. */
export function coveredClauses({ handbook }: Workspace, path: string, today: string): ClauseCoverage {
  const { entries, unread } = ledgerOn(handbook.sources, today);
  const inChinese = unitsInChinese(handbook.units);
  const lines = entries.map((entry) => ({ entry, lacks: lacksOf(entry) }));
  const lacking = lines.filter(({ lacks }) => lacks.length > 0);
  const own = entries.filter((entry) => isOf(entry, path));
  const cited = new Set(
    [...handbook.versions.values()].flat().flatMap(({ head }) => (head.file === path ? head.cites : [])),
  );
  const all = entries.filter((entry) => own.includes(entry) || cited.has(entry.clause));
  return {
    total: counts(totalsOf(entries)),
    sources: totalsBy(entries, 'source').map(({ name, totals }) => ({ name, counts: counts(totals) })),
    missing: lacking.slice(0, most).map(({ entry }) => lineOf(entry, inChinese)),
    missingInAll: lacking.length,
    ...(all.length === 0
      ? {}
      : { own: { counts: counts(totalsOf(all)), clauses: all.map((entry) => lineOf(entry, inChinese)) } }),
    unread,
  };
}

const isOf = ({ span, covered, figures }: LedgerEntry, path: string): boolean =>
  span.file === path ||
  covered.by.some((one) => one.span.file === path) ||
  figures.some(({ carried }) => carried.some((one) => one.span.file === path));

function lineOf(entry: LedgerEntry, inChinese: (texts: Texts) => Texts): ClauseLine {
  const { clause, title, span, covered, figures } = entry;
  return {
    clause,
    title,
    span,
    lacks: lacksOf(entry),
    by: covered.by,
    figures: figures.map(({ figure, carried: [first], reason }) => ({
      figure: inChinese({ en: figure, zh: figure }),
      ...(first === undefined ? {} : { at: first.span }),
      ...(reason === undefined ? {} : { reason }),
    })),
  };
}

const counts = (totals: Totals): readonly Count[] =>
  sorts.map((sort) => ({ title: sortTitles[sort], ...totals[sort] })).filter(({ of }) => of > 0);
