import type { LedgerEntry } from '../ledger/ledger.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import type { Span } from '../source/span.ts';
import { placeOf } from './test-coverage.ts';

/** The ledger for machines: places as file, line and column. */
export function coverageLedger(entries: readonly LedgerEntry[], loaded: LoadedHandbook): readonly object[] {
  const placed = <Part extends { readonly span: Span }>({ span, ...rest }: Part): object => ({
    ...rest,
    place: { file: span.file, ...placeOf(span, loaded) },
  });
  return entries.map((entry) => ({
    ...placed(entry),
    covered: {
      ...entry.covered,
      by: entry.covered.by.map(placed),
    },
    figures: entry.figures.map((figure) => ({ ...figure, carried: figure.carried.map(placed) })),
  }));
}
