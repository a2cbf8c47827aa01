import { coverageOf, type Counted, type Share } from '../cases/covered/coverage.ts';
import { counted, countedTitle, countedTitles } from '../cases/covered/counted.ts';
import { watching } from '../cases/covered/passage.ts';
import { planOf } from '../cases/covered/plan.ts';
import { runCases } from '../cases/run.ts';
import type { Texts } from '../diagnostic/diagnostic.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Handbook } from '../program/handbook.ts';
import { remembered } from '../source/remembered.ts';
import type { Span } from '../source/span.ts';
import type { Workspace } from './workspace.ts';

/** What the worked examples of a policy go through. */
export interface CaseCoverage {
  readonly policy: string;
  readonly cases: number;
  /** Those that do not hold count for nothing. */
  readonly failing: number;
  readonly shares: readonly (Share & { readonly sort: Counted; readonly title: Texts })[];
  /** Rows, branches and boundaries without a case, with inputs that would show them. */
  readonly missing: readonly { readonly what: Texts; readonly span: Span; readonly inputs: readonly Texts[] }[];
}

const plan = remembered((handbook: Handbook) => planOf(handbook));

/** The policies that have worked examples or decisions, by name; each is asked by itself, so that progress can be shown. */
export function policiesToCover({ handbook }: Workspace): readonly string[] {
  return [...handbook.versions].flatMap(([name, [newest]]) =>
    newest?.decisions.some(({ hidden }) => !hidden) === true ? [name] : [],
  );
}

/** The name of the policy that a file holds; undefined where it holds none that can be read. */
export function policyIn({ handbook }: Workspace, path: string): string | undefined {
  for (const [name, versions] of handbook.versions) if (versions.some(({ head }) => head.file === path)) return name;
  return undefined;
}

/** Runs the policy's own cases and tells what they do not go through. */
export function coveredByCases({ handbook }: Workspace, policy: string): CaseCoverage {
  const { parts, hooks } = plan(handbook);
  const passed = { needs: new Set<number>(), clauses: new Set<string>() };
  const seenBy: Set<number>[] = [];
  const cases = handbook.sources.cases.filter(({ value }) => value['cases-of'].some(({ text }) => text === policy));
  const { results } = runCases(
    { ...handbook, sources: { ...handbook.sources, cases } },
    (program, decision, facts, options) => {
      const seen = new Set<number>();
      seenBy.push(seen);
      return evaluate(program, decision, facts, { ...options, watch: watching({ parts, hooks }, seen) });
    },
    ({ policies }) => policies.includes(policy),
  );
  results.forEach(({ differences, question, outcome }, i) => {
    if (differences.length > 0 || question.recorded) return;
    for (const need of seenBy[i] ?? []) passed.needs.add(need);
    for (const clause of [...question.cites, ...outcome.cites]) passed.clauses.add(clause);
  });
  const { total, missing } = coverageOf({ parts, hooks }, handbook, passed, (name) => name === policy);
  return {
    policy,
    cases: results.length,
    failing: results.filter(({ differences }) => differences.length > 0).length,
    shares: counted.flatMap((sort: Counted) =>
      total[sort].of === 0 ? [] : [{ ...total[sort], sort, title: countedTitles[sort] }],
    ),
    missing: missing.map(({ sort, span, text, needs }) => ({
      what: { en: `${countedTitle[sort].en} ${text}`, zh: `${countedTitle[sort].zh} ${text}` },
      span,
      inputs: [...new Map(needs.map(({ input }) => [input.en, input])).values()],
    })),
  };
}
