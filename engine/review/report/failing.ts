import type { CaseResult } from '../../cases/run.ts';
import type { Span } from '../../source/span.ts';

/** A case that does not hold after the change. */
interface FailingCase {
  readonly policies: readonly string[];
  readonly id: string;
  readonly decision: string;
  readonly differences: CaseResult['differences'];
  readonly span: Span;
  /** It held before, it failed before, or it was not there. */
  readonly before: 'held' | 'failed' | 'absent';
}

export interface CaseCounts {
  readonly cases: number;
  readonly failing: readonly FailingCase[];
  /** Cases that failed in the base and hold now, or are gone. */
  readonly mended: number;
}

/** `before` and `after`: all results of the cases on each side; `failures` those among them that do not hold. */
export function failingCases(
  before: { readonly results: readonly CaseResult[]; readonly failures: readonly CaseResult[] },
  after: { readonly results: readonly CaseResult[]; readonly failures: readonly CaseResult[] },
): CaseCounts {
  const [known, failed] = [new Set(before.results.map(keyOf)), new Set(before.failures.map(keyOf))];
  const failing = after.failures.map((result): FailingCase => {
    const { question, asked, differences } = result;
    const key = keyOf(result);
    return {
      policies: question.policies,
      id: question.id,
      decision: asked.on === undefined ? asked.decision : `${asked.decision} on ${asked.on}`,
      differences,
      span: question.span,
      before: failed.has(key) ? 'failed' : known.has(key) ? 'held' : 'absent',
    };
  });
  const still = new Set(after.failures.map(keyOf));
  return {
    cases: after.results.length,
    failing,
    mended: before.failures.filter((result) => !still.has(keyOf(result))).length,
  };
}

/** Rows of a table share an id: what they give and ask tells them apart. */
function keyOf({ question, asked }: CaseResult): string {
  const { policies, id, given, at, known } = question;
  return JSON.stringify([policies, id, at, known, given, asked.decision, asked.on, asked.sourceOnly], withoutPlaces);
}

const withoutPlaces = (key: string, value: unknown): unknown =>
  key === 'span' || key === 'offsets' ? undefined : value;
