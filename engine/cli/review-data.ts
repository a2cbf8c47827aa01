import { withPlaces } from '../diagnostic/places.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { PlacedDiagnostic } from '../diagnostic/places.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import type { Report } from '../review/report/report.ts';
import type { Span } from '../source/span.ts';
import { placeOf } from './test-coverage.ts';

/** A report for machines: places as file, line and column. */
export function reportData(report: Report, head: LoadedHandbook): object {
  const placed = (one: Diagnostic): PlacedDiagnostic => withPlaces(one, (name) => head.files.get(name));
  const at = <Part extends { readonly span: Span }>({ span, ...rest }: Part): object => ({
    ...rest,
    place: { file: span.file, ...placeOf(span, head) },
  });
  const { coverage, cases, interpretations } = report;
  const read = (all: typeof interpretations.gained): readonly object[] =>
    all.map(({ id, clauses, answer, status }) => ({ id, clauses, answer, status }));
  return {
    ...report,
    verdicts: report.verdicts.map(placed),
    newFindings: report.newFindings.map(placed),
    cases: { ...cases, failing: cases.failing.map(at) },
    coverage: { ...coverage, lost: coverage.lost.map(missing), gained: coverage.gained.map(missing) },
    interpretations: {
      gained: read(interpretations.gained),
      lost: read(interpretations.lost),
      decided: read(interpretations.decided),
      reopened: read(interpretations.reopened),
    },
  };
}

const missing = ({ sort, policy, text, needs }: Report['coverage']['lost'][number]): object => ({
  sort,
  policy,
  text,
  inputs: needs.map(({ input }) => input),
});
