import { coverageOf, type WholeCoverage } from '../cases/covered/coverage.ts';
import { watching } from '../cases/covered/passage.ts';
import { planOf } from '../cases/covered/plan.ts';
import { runCases, type CaseResult, type Evaluator } from '../cases/run.ts';
import type { Question } from '../cases/expand.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { evaluate, explain, type Explained } from '../evaluate/evaluate.ts';
import type { LoadedHandbook } from '../host/load-handbook.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Handbook } from '../program/handbook.ts';
import { compiled } from './evaluators.ts';

/** A case that does not hold, and how the decision came about. */
export interface Failure {
  readonly result: CaseResult;
  readonly explained: Explained;
}

export interface Tested {
  readonly results: readonly CaseResult[];
  readonly failures: readonly Failure[];
  /** Of the files of cases themselves. */
  readonly mistakes: readonly Diagnostic[];
  readonly coverage: WholeCoverage;
}

/** Which cases are meant: those that any of the names and any of the clauses keeps; nothing keeps all. */
interface Filter {
  /** Part of a file, policy or id. */
  readonly names: readonly string[];
  /** Named by the case, or cited by a decision that it asks. */
  readonly clauses: readonly string[];
}

interface Asked {
  readonly question: Parameters<Evaluator>;
  readonly seen: ReadonlySet<number>;
  /** What the compiled evaluator says. */
  readonly fast: Outcome;
}

/** Runs the cases on both evaluators, which must agree, and counts what those that hold went through. */
export function runBoth(loaded: LoadedHandbook, filter: Filter): Tested {
  const { handbook } = loaded;
  const plan = planOf(handbook);
  const keep = keeps(filter, handbook);
  // Both evaluators are asked once for each result, in their order.
  const asked: Asked[] = [];
  const run = runCases(
    handbook,
    (program, decision, facts, options) => {
      const seen = new Set<number>();
      const fast = compiled(program, decision, facts, options);
      asked.push({ question: [program, decision, facts, options], seen, fast });
      return evaluate(program, decision, facts, { ...options, watch: watching(plan, seen) });
    },
    keep,
  );
  const passed = { needs: new Set<number>(), clauses: new Set<string>() };
  const failures: Failure[] = [];
  run.results.forEach((result, i) => {
    const { question, seen, fast } = asked[i] ?? {};
    if (question === undefined || seen === undefined || fast === undefined) return;
    const differences = [...result.differences, ...disagreement(result.outcome, fast)];
    if (differences.length > 0) {
      failures.push({ result: { ...result, differences }, explained: explain(...question) });
    } else if (!result.question.recorded) {
      for (const need of seen) passed.needs.add(need);
      for (const clause of [...result.question.cites, ...result.outcome.cites]) passed.clauses.add(clause);
    }
  });
  const isAll = filter.names.length === 0 && filter.clauses.length === 0;
  const meant = isAll ? undefined : new Set(run.results.flatMap(({ question }) => question.policies));
  const mistakes = [...handbook.diagnostics.filter((one) => isAboutCases(one, loaded)), ...run.diagnostics];
  const coverage = coverageOf(plan, handbook, passed, meant === undefined ? undefined : (name) => meant.has(name));
  return { results: run.results, failures, mistakes, coverage };
}

function keeps({ names, clauses }: Filter, handbook: Handbook): (question: Question) => boolean {
  const cites = new Map<string, readonly string[]>();
  for (const { decisions } of [...handbook.versions.values()].flat()) {
    for (const decision of decisions) {
      cites.set(decision.name, [...(cites.get(decision.name) ?? []), ...decision.cites]);
    }
  }
  const named = ({ policies, id, span }: Question): boolean =>
    names.length === 0 || names.some((part) => [...policies, id, span.file].some((name) => name.includes(part)));
  const cited = (question: Question): boolean => {
    if (clauses.length === 0) return true;
    const all = [...question.cites, ...question.asked.flatMap(({ decision }) => cites.get(decision) ?? [])];
    return clauses.some((clause) => all.includes(clause));
  };
  return (question) => named(question) && cited(question);
}

/** The whole outcomes are compared, not only what the case expects; what differs is told field by field. */
function disagreement(told: Outcome, fast: Outcome): CaseResult['differences'] {
  const fields = Object.keys({ ...told, ...fast }) as readonly (keyof Outcome)[];
  return fields.flatMap((field) => {
    const [expected, found] = [textOf(told[field]), textOf(fast[field])];
    return expected === found ? [] : [{ what: `compiled: ${field}`, expected, found }];
  });
}

/** Where the reader of an unusable fact stands depends on who read it first; the answer does not. */
function textOf(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return JSON.stringify(value, (key, part: unknown) => (key === 'span' ? undefined : part));
}

/** Cases that cannot be read would else be missing without a word. */
function isAboutCases({ severity, span }: Diagnostic, { files }: LoadedHandbook): boolean {
  return severity === 'error' && /^cases-of\b/mu.test(files.get(span.file)?.text ?? '');
}
