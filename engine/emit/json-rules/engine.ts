import { Engine, type EngineResult } from 'json-rules-engine';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Outcome } from '../../ir/outcome.ts';
import type { Program } from '../../ir/program.ts';
import type { Facts } from '../../value/facts.ts';
import { toOutcome } from '../../value/outcome.ts';
import { alwaysTrue } from './condition.ts';
import type { Crossing, Failed } from './crossing.ts';
import type { SaidDecision } from './decision.ts';
import { operators } from './operators.ts';
import { outcomeOf, type Fired } from './outcome.ts';
import { packOf, type RulePack, type SaidProgram } from './pack.ts';
import { conditionsOf, rulesOf } from './rules.ts';
import { crossedFacts, worked, workingOf, type Worker, type Working } from './work.ts';

/** Decisions of a handbook on a day, as rules of json-rules-engine. */
export interface RulesEngine {
  readonly program: Program;
  /** The decisions that are said as rules. */
  readonly said: readonly string[];
  /** Why the others are not. */
  readonly refused: ReadonlyMap<string, Diagnostic>;
  /** As JSON, for hosts that load the rules without this package. */
  readonly pack: RulePack;
  /** What the rules answer: the same as `evaluate`. A decision that is not said throws: ask `said` before. */
  ask(decision: string, facts: Facts): Promise<Outcome>;
  /** Puts the decision's rules, conditions and operators into an engine of yours. */
  install(decision: string, engine: Engine): void;
  /** The facts that the decision's rules read, as they cross, for a run of your engine. */
  factsFor(decision: string, facts: Facts): Readonly<Record<string, Crossing | Failed>>;
  /** The outcome of a run of your engine with `factsFor` these facts. */
  outcome(decision: string, facts: Facts, run: Pick<EngineResult, 'events' | 'failureEvents'>): Outcome;
}

/** Engines for all that is said; `worker` works out their facts. */
export function rulesEngine(all: SaidProgram, worker: Worker): RulesEngine {
  const { program, sourceOnly } = all;
  const made = new Map<string, Ready>();
  const ready = (name: string): Ready => {
    const before = made.get(name);
    if (before !== undefined) return before;
    const said = all.said.get(name);
    if (said === undefined) throw new Error(all.refused.get(name)?.message.en ?? `“${name}” is not said as rules`);
    const one = { said, working: workingOf(said, program), plain: engineOf(said, true), full: engineOf(said, false) };
    made.set(name, one);
    return one;
  };
  return {
    program,
    said: [...all.said.keys()],
    refused: all.refused,
    get pack() {
      return packOf(all);
    },
    async ask(name, facts) {
      const { said, working, plain, full } = ready(name);
      const found = worked(working, facts, sourceOnly, worker);
      const determined = [...found.values()].every(({ status }) => status === 'determined');
      const fired = await run(name, determined ? plain : full, crossedFacts(found));
      return toOutcome(program, name, outcomeOf({ of: said, facts: found, fired: firedOf(said, fired) }));
    },
    install(name, engine) {
      fill(engine, ready(name).said, false);
    },
    factsFor: (name, facts) => crossedFacts(worked(ready(name).working, facts, sourceOnly, worker)),
    outcome(name, facts, result) {
      const { said, working } = ready(name);
      if (heard(result, name) !== said.said.length) throw new Error(incomplete(name));
      const found = worked(working, facts, sourceOnly, worker);
      return toOutcome(program, name, outcomeOf({ of: said, facts: found, fired: firedOf(said, result.events) }));
    },
  };
}

interface Ready {
  readonly said: SaidDecision;
  readonly working: Working;
  /** For runs in which all facts are determined: without the rules that tell of those that are not. */
  readonly plain: Filled;
  readonly full: Filled;
}
interface Filled {
  readonly engine: Engine;
  readonly rules: number;
}

function engineOf(said: SaidDecision, plain: boolean): Filled {
  const engine = new Engine([], { replaceFactsInEventParams: true, pathResolver: ownValue });
  return { engine, rules: fill(engine, said, plain) };
}

/** Only what an object holds itself: nothing of ours has a path, and nobody's path is evaluated. */
const ownValue = (value: object, path: string): unknown =>
  Object.hasOwn(value, path) ? (value as Readonly<Record<string, unknown>>)[path] : undefined;

function fill(engine: Engine, said: SaidDecision, plain: boolean): number {
  for (const { name, evaluate } of operators) engine.addOperator(name, evaluate);
  for (const [name, condition] of conditionsOf(said)) engine.setCondition(name, plainJson(condition));
  const rules = rulesOf(said, plain);
  for (const rule of rules) engine.addRule(plainJson(rule));
  engine.addFact(alwaysTrue, true);
  return rules.length;
}

/** A copy that json-rules-engine may keep and change. */
const plainJson = <To>(from: unknown): To => JSON.parse(JSON.stringify(from)) as To;

/**
 * Runs of one engine share its state: one that ends in the very moment in which another begins lets that one skip all of its
 * rules. Each rule tells that it failed or fired, so a run that heard fewer is run again.
 */
async function run(
  name: string,
  { engine, rules }: Filled,
  facts: Readonly<Record<string, unknown>>,
): Promise<EngineResult['events']> {
  for (let i = 0; i < 1_000; i += 1) {
    const { events, failureEvents } = await engine.run(facts);
    if (events.length + failureEvents.length === rules) return events;
  }
  throw new Error(incomplete(name));
}

const incomplete = (name: string): string =>
  `not all rules of “${name}” were run: run each question again, or give each an engine of its own`;

function heard({ events, failureEvents }: Pick<EngineResult, 'events' | 'failureEvents'>, name: string): number {
  return [...events, ...failureEvents].filter(({ params }) => params?.['decision'] === name).length;
}

function firedOf({ said, decision }: SaidDecision, events: EngineResult['events']): readonly Fired[] {
  return events.flatMap(({ params }): readonly Fired[] => {
    const one = params?.['decision'] === decision.name ? said[Number(params['seq'])] : undefined;
    if (one === undefined) return [];
    const value: unknown = one.saying.says === 'value' ? params?.['value'] : undefined;
    return [typeof value === 'string' || typeof value === 'boolean' ? { said: one, value } : { said: one }];
  });
}
