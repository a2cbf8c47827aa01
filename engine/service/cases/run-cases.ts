import { runCases, type CaseResult } from '../../cases/run.ts';
import type { Question } from '../../cases/expand.ts';
import { watching } from '../../cases/covered/passage.ts';
import { planOf } from '../../cases/covered/plan.ts';
import { coverageOf, type Missing } from '../../cases/covered/coverage.ts';
import type { Plan } from '../../cases/covered/part.ts';
import type { Diagnostic, Texts } from '../../diagnostic/diagnostic.ts';
import { evaluate, explain } from '../../evaluate/evaluate.ts';
import type { Explanation } from '../../evaluate/explanation.ts';
import type { Outcome } from '../../ir/outcome.ts';
import type { Handbook } from '../../program/handbook.ts';
import type { Span } from '../../source/span.ts';
import { typedOfRaw } from '../trying/prefill.ts';
import type { Typed } from '../fields.ts';
import type { Workspace } from '../workspace.ts';
import { caseFilesOf, labelsOf, policyOf, withCasesOf } from './of-policy.ts';

/** The cases of a policy, asked of the text as it stands. */
export interface CasesOfPolicy {
  readonly policy: string;
  readonly title: Texts;
  /** The policy's own file: the one that was asked about, else that of its newest version. */
  readonly file: string;
  /** Those with cases of it. */
  readonly files: readonly string[];
  readonly cases: readonly TriedCase[];
  /** Of the facts that the cases give, by name. */
  readonly facts: Readonly<Record<string, Texts>>;
  /** What is wrong in the files of cases themselves. */
  readonly problems: readonly Diagnostic[];
  /** What no case that holds goes through: a recorded one does not count. */
  readonly missing: readonly Missing[];
}

export interface TriedCase {
  readonly label: string;
  readonly id: string;
  readonly cites: readonly string[];
  readonly at: string;
  readonly recorded: boolean;
  readonly span: Span;
  readonly given: Readonly<Record<string, Typed>>;
  readonly asked: readonly AskedOfCase[];
}

export interface AskedOfCase {
  readonly decision: string;
  readonly title: Texts;
  readonly sourceOnly: boolean;
  readonly on?: string;
  readonly outcome: Outcome;
  readonly differences: CaseResult['differences'];
}

/** Runs the cases of the policy that a file holds or is about; undefined when there is no policy. */
export function casesOf(workspace: Workspace, path: string): CasesOfPolicy | undefined {
  const policy = policyOf(workspace, path);
  if (policy === undefined) return undefined;
  const { handbook } = workspace;
  const { results, diagnostics, seen, plan } = runOf(handbook, policy);
  const groups = [...Map.groupBy(results, ({ question }) => question)];
  const labels = labelsOf(groups.map(([question]) => question));
  const passed = { needs: seen, clauses: new Set<string>() };
  const heads = (handbook.versions.get(policy) ?? []).map(({ head }) => head);
  return {
    policy,
    file: heads.some(({ file }) => file === path) ? path : (heads[0]?.file ?? path),
    title: handbook.versions.get(policy)?.[0]?.head.title ?? { en: policy, zh: policy },
    files: caseFilesOf(handbook, policy).map(({ file }) => file.name),
    cases: groups.map(([question, all], i) => triedCase(question, all, labels[i] ?? question.id, handbook)),
    facts: Object.fromEntries(
      groups.flatMap(([{ given }]) =>
        Object.keys(given).map((name) => [name, handbook.facts[name]?.title ?? { en: name, zh: name }] as const),
      ),
    ),
    problems: diagnostics,
    missing: coverageOf(plan, handbook, passed, (other) => other === policy).missing,
  };
}

/** How one outcome of a case came out; undefined when the text has changed so far that it is gone. */
export function explainCase(workspace: Workspace, path: string, place: Span, asked: number): Explanation | undefined {
  const policy = policyOf(workspace, path);
  if (policy === undefined) return undefined;
  const found: Explanation[] = [];
  const isMeant = ({ span }: Question): boolean => span.file === place.file && span.start === place.start;
  runCases(
    withCasesOf(workspace.handbook, policy),
    (program, decision, facts, options) => {
      const { outcome, explanation } = explain(program, decision, facts, options);
      found.push(explanation);
      return outcome;
    },
    isMeant,
  );
  return found[asked];
}

interface Run {
  readonly results: readonly CaseResult[];
  readonly diagnostics: readonly Diagnostic[];
  readonly seen: ReadonlySet<number>;
  readonly plan: Plan;
}

/** Runs them, and notes what those that hold and are not recorded go through. */
function runOf(handbook: Handbook, policy: string): Run {
  const plan = planFor(handbook, policy);
  const passes: ReadonlySet<number>[] = [];
  const { results, diagnostics } = runCases(withCasesOf(handbook, policy), (program, decision, facts, options) => {
    const seen = new Set<number>();
    passes.push(seen);
    return evaluate(program, decision, facts, { ...options, watch: watching(plan, seen) });
  });
  const seen = new Set<number>();
  results.forEach(({ question, differences }, i) => {
    if (question.recorded || differences.length > 0) return;
    for (const need of passes[i] ?? []) seen.add(need);
  });
  return { results, diagnostics, seen, plan };
}

const plans = new WeakMap<Handbook, Map<string, Plan>>();

/** What cases of a policy must go through; texts that are typed make a new handbook, so it is made once for each. */
export function planFor(handbook: Handbook, policy: string): Plan {
  const own = plans.get(handbook) ?? new Map<string, Plan>();
  plans.set(handbook, own);
  const known = own.get(policy) ?? planOf(handbook, (other) => other === policy);
  own.set(policy, known);
  return known;
}

function triedCase(question: Question, all: readonly CaseResult[], label: string, { versions }: Handbook): TriedCase {
  const titles = new Map(
    [...versions.values()].flatMap(
      ([newest]) => newest?.decisions.map(({ name, title }) => [name, title] as const) ?? [],
    ),
  );
  const { id, cites, at, recorded, span, given } = question;
  return {
    ...{ label, id, cites, at, recorded, span },
    given: Object.fromEntries(Object.entries(given).map(([name, raw]) => [name, typedOfRaw(raw)])),
    asked: all.map(({ asked: { decision, on, sourceOnly }, outcome, differences }) => ({
      ...{ decision, sourceOnly, outcome, differences },
      title: titles.get(decision) ?? { en: decision, zh: decision },
      ...(on === undefined ? {} : { on }),
    })),
  };
}
