import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest } from '../diagnostic/suggest.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Parameter, Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { Handbook } from '../program/handbook.ts';
import { link } from '../program/link.ts';
import { readFacts, type Facts } from '../value/facts.ts';
import { readValue } from '../value/read.ts';
import { compareOutcome } from './compare.ts';
import { expandCases, type Asked, type CaseNames, type Question } from './expand.ts';
import { caseMessages } from './messages.ts';
import { setParameters } from './set.ts';

/** Any evaluator; the cases run alike on all of them. */
export type Evaluator = (
  program: Program,
  decision: string,
  facts: Facts,
  options: { readonly sourceOnly: boolean; readonly on?: Value },
) => Outcome;

export interface CaseResult {
  readonly question: Question;
  readonly asked: Asked;
  readonly outcome: Outcome;
  /** What differs, in words; empty when the case holds. */
  readonly differences: readonly { readonly what: string; readonly expected: string; readonly found: string }[];
}

interface CaseRun {
  readonly results: readonly CaseResult[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs the cases of a handbook, all or those that a filter keeps. */
export function runCases(
  handbook: Handbook,
  evaluate: Evaluator,
  keep: (question: Question) => boolean = () => true,
): CaseRun {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const names = namesOf(handbook);
  for (const { value } of handbook.sources.cases) {
    for (const { text, span } of value['cases-of']) {
      if (!handbook.versions.has(text))
        report(caseMessages['unknown-policy']({ name: text, near: suggest(text, handbook.versions.keys()) }, span));
    }
  }
  const questions = handbook.sources.cases.flatMap(({ value }) => expandCases(value, names, report)).filter(keep);
  const linked: Linked = { plain: new Map(), set: new Map() };
  const results = questions.flatMap((question) => {
    const program = programOf(handbook, question, linked, report);
    const facts = readFacts(program, question.given);
    facts.unknown.forEach(({ message }) => {
      report(caseMessages['wrong-value']({ value: question.id, why: message }, question.span));
    });
    for (const { decision, on } of question.asked) {
      if (on !== undefined && on !== '' && program.decisions[decision]?.takes.length === 0)
        report(caseMessages['takes-nothing']({ name: decision, on }, question.span));
    }
    return answer(question, program, facts, evaluate);
  });
  return { results, diagnostics };
}

function answer(question: Question, program: Program, facts: Facts, evaluate: Evaluator): readonly CaseResult[] {
  const outcomes = question.asked.map((asked) => {
    const on = argumentOf(asked, program);
    return evaluate(program, asked.decision, facts, {
      sourceOnly: asked.sourceOnly,
      ...(on === undefined ? {} : { on }),
    });
  });
  return comparedOutcomes(question, outcomes, program);
}

/** The outcomes of a question, one for each thing that it asks, against what it expects of them. */
export function comparedOutcomes(
  question: Question,
  outcomes: readonly Outcome[],
  program: Program,
): readonly CaseResult[] {
  return question.asked.flatMap((asked, i) => {
    const outcome = outcomes[i];
    if (outcome === undefined) return [];
    const together = (asked.expected.together ?? [asked.decision]).flatMap((name) =>
      outcomes.filter((other, j) => other.decision === name && question.asked[j]?.sourceOnly === asked.sourceOnly),
    );
    return [{ question, asked, outcome, differences: compareOutcome(asked.expected, outcome, together, program) }];
  });
}

function argumentOf(asked: Asked, program: Program): Value | undefined {
  const [taken] = program.decisions[asked.decision]?.takes ?? [];
  return asked.on === undefined || taken === undefined ? undefined : readValue(asked.on, taken.type, program);
}

/** Programs by their moment, and those with parameters of their own by these: all rows of a case share one. */
interface Linked {
  readonly plain: Map<string, Program>;
  readonly set: Map<Question['set'], Map<string, Program>>;
}

function programOf(
  handbook: Handbook,
  { at, known, set, span }: Question,
  linked: Linked,
  report: (diagnostic: Diagnostic) => void,
): Program {
  const key = `${at} ${known ?? ''}`;
  const plain = linked.plain.get(key) ?? link(handbook, { at, ...(known === undefined ? {} : { known }) });
  linked.plain.set(key, plain);
  if (set.size === 0) return plain;
  const tried = linked.set.get(set) ?? new Map<string, Program>();
  linked.set.set(set, tried);
  const before = tried.get(key);
  if (before !== undefined) return before;
  const parameters: readonly Parameter[] = setParameters(plain, set, span, report);
  const named = Object.fromEntries(parameters.map((one) => [one.name, one]));
  const program = { ...plain, parameters: { ...plain.parameters, ...named } };
  tried.set(key, program);
  return program;
}

/** What the names in a file of cases can be. */
export function namesOf(handbook: Handbook): CaseNames {
  const decisions = new Set(
    [...handbook.versions.values()].flatMap((versions) =>
      versions.flatMap((version) => version.decisions.flatMap(({ name, hidden }) => (hidden ? [] : [name]))),
    ),
  );
  const facts = new Set(Object.values(handbook.facts).flatMap(({ name, alias }) => [name, ...alias]));
  return {
    isDecision: (name) => decisions.has(name),
    isFact: (name) => facts.has(name),
    all: [...decisions, ...facts],
  };
}
