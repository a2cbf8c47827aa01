import type { Outcome, Status } from '../../engine/ir/outcome.ts';
import type { Decision, Program } from '../../engine/ir/program.ts';
import type { Value } from '../../engine/ir/value.ts';
import type { Facts } from '../../engine/value/facts.ts';
import { oracle, type Verdict } from '../oracle/oracle.ts';
import { edgesOf, randomArgument, randomFacts, type Values } from './facts.ts';
import { printProgram, show } from './print.ts';
import { randomProgram } from './programs.ts';
import { random } from './random.ts';
import { reached, type Reached } from './reached.ts';
import { shrink } from './shrink.ts';

export interface Asking {
  readonly sourceOnly?: boolean;
  readonly on?: Value;
}

/** An evaluator under test. A program is handed over once, then asked about. */
export type Evaluator = (program: Program) => (decision: string, facts: Facts, asking: Asking) => Outcome;

export interface Counts {
  readonly outcomes: number;
  readonly statuses: ReadonlyMap<Status, number>;
  /** Nodes by `op`, functions by `call divide`, variants by `table first`; only where something came of them. */
  readonly reached: ReadonlyMap<string, number>;
}

export interface Disagreement {
  readonly evaluator: string;
  /** For people: the seed, the program made small, the facts, and what each said. */
  readonly report: string;
}

export interface Run {
  readonly counts: Counts;
  readonly disagreement?: Disagreement;
}

interface Question extends Asking {
  readonly program: Program;
  readonly facts: Values;
  readonly decision: string;
}

const factsPerProgram = 8;

/**
 * Asks random programs until so many outcomes were compared with the oracle's, or one differs. A reported seed is asked again
 * with `from: seed`.
 */
export function compareWithOracle(
  evaluators: Readonly<Record<string, Evaluator>>,
  {
    outcomes,
    from = 1,
    shrinking = true,
  }: { readonly outcomes: number; readonly from?: number; readonly shrinking?: boolean },
): Run {
  const statuses = new Map<Status, number>();
  const seen: Reached = reached();
  let count = 0;
  const counts = (): Counts => ({ outcomes: count, statuses, reached: seen.counts });
  for (const { seed, program, answered } of askedOracle(from, seen.visit)) {
    if (count >= outcomes) break;
    const asked = Object.entries(evaluators).map(([name, evaluator]) => ({ name, evaluator, ask: evaluator(program) }));
    for (const { question, expected } of answered) {
      count += 1;
      statuses.set(expected.status, (statuses.get(expected.status) ?? 0) + 1);
      for (const { name, evaluator, ask } of asked) {
        if (agree(ask, question, expected)) continue;
        const smaller = shrinking ? smallest(question, evaluator) : question;
        return { counts: counts(), disagreement: { evaluator: name, report: report(name, evaluator, seed, smaller) } };
      }
    }
  }
  return { counts: counts() };
}

/**
 * After how many outcomes each evaluator first says something else than the oracle; one that never does has no entry. The oracle
 * is asked once for all of them.
 */
export function firstDisagreements(
  evaluators: ReadonlyMap<string, Evaluator>,
  { outcomes }: { readonly outcomes: number },
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let count = 0;
  for (const { program, answered } of askedOracle(1)) {
    if (count >= outcomes || found.size === evaluators.size) break;
    const left = [...evaluators].filter(([name]) => !found.has(name));
    const asked = new Map(left.map(([name, evaluator]) => [name, evaluator(program)]));
    for (const { question, expected } of answered) {
      count += 1;
      for (const [name, ask] of asked) {
        if (agree(ask, question, expected)) continue;
        found.set(name, count);
        asked.delete(name);
      }
    }
  }
  return found;
}

interface Asked {
  readonly seed: number;
  readonly program: Program;
  readonly answered: Iterable<{ readonly question: Question; readonly expected: Verdict }>;
}

/** Random programs without end, each with questions and what the oracle says to them. */
function* askedOracle(from: number, visit?: Reached['visit']): Iterable<Asked> {
  for (let seed = from; ; seed += 1) {
    const program = randomProgram(seed);
    const answered = questions(program, seed).map((question) => ({ question, expected: expectedOf(question, visit) }));
    yield { seed, program, answered };
  }
}

function* questions(program: Program, seed: number): Generator<Question, void> {
  const edges = edgesOf(program);
  for (let i = 0; i < factsPerProgram; i += 1) {
    const facts = randomFacts(program, edges, seed * factsPerProgram + i);
    const chance = random(seed * factsPerProgram - i);
    for (const decision of Object.values(program.decisions)) {
      if (!canBeAsked(decision)) continue;
      const [argument] = decision.takes;
      const on = argument === undefined ? {} : { on: randomArgument(argument.type, program, edges, chance) };
      yield { program, facts, decision: decision.name, ...on, sourceOnly: i % 4 === 0 };
    }
  }
}

/** Hidden decisions are reached through others; a question carries one argument. */
function canBeAsked({ hidden, takes }: Decision): boolean {
  return !hidden && takes.length <= 1;
}

function expectedOf({ program, facts, decision, ...asking }: Question, visit?: Reached['visit']): Verdict {
  return oracle(program, decision, { values: facts }, visit === undefined ? asking : { ...asking, visit });
}

function agree(ask: ReturnType<Evaluator>, question: Question, expected: Verdict): boolean {
  return JSON.stringify(said(ask, question)) === JSON.stringify(comparable(expected));
}

function said(ask: ReturnType<Evaluator>, { facts, decision, program: _, ...asking }: Question): unknown {
  try {
    return comparable(ask(decision, { values: facts, unknown: [] }, asking));
  } catch (error) {
    // Evaluators do not throw: that one does is itself a disagreement, told like any other.
    return { threw: error instanceof Error ? error.stack?.split('\n').slice(0, 4) : error };
  }
}

/** What two evaluators must agree on: flags where something is determined, reasons without their texts, errors by code. */
function comparable({ status, value, flags, reasons, error }: Outcome | Verdict): unknown {
  return {
    status,
    value,
    flags: status === 'determined' ? flags : [],
    reasons: reasons.map(({ code, fact, parameter, gap, person, allowed, needs }) => {
      return { code, fact, parameter, gap, person, allowed, needs };
    }),
    error: error?.code,
  };
}

function smallest(question: Question, evaluator: Evaluator): Question {
  const threw = hasThrown(evaluator, question);
  const fails = (smaller: Pick<Question, 'program' | 'facts' | 'decision'>): boolean => {
    const asked = { ...question, ...smaller };
    const expected = expectedOf(asked);
    return !agree(evaluator(asked.program), asked, expected) && hasThrown(evaluator, asked) === threw;
  };
  return { ...question, ...shrink(question, fails) };
}

/** A program made so small that it means nothing makes evaluators throw: another failure than a wrong answer. */
function hasThrown(evaluator: Evaluator, question: Question): boolean {
  return JSON.stringify(said(evaluator(question.program), question)).startsWith('{"threw"');
}

function report(name: string, evaluator: Evaluator, seed: number, question: Question): string {
  const { program, facts, decision, on, sourceOnly } = question;
  const given = Object.entries(facts).map(([fact, value]) => `  ${fact}: ${show(value)}`);
  return [
    `seed ${seed}: ${name} and the oracle disagree on ${decision}${on === undefined ? '' : ` on ${show(on)}`}${sourceOnly === true ? ', source-only' : ''}`,
    printProgram(program),
    'facts',
    ...given,
    `oracle: ${JSON.stringify(comparable(expectedOf(question)))}`,
    `${name}: ${JSON.stringify(said(evaluator(program), question))}`,
  ].join('\n');
}
