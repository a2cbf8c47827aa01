import type { Outcome } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { Span } from '../source/span.ts';
import { unknownDecision, unusable, wrongArgument } from '../value/failures.ts';
import type { Facts } from '../value/facts.ts';
import { toOutcome } from '../value/outcome.ts';
import type { Failure, Result } from '../value/result.ts';
import { fromValue, type Datum } from './datum.ts';
import { decideFirst, toResult } from './decide.ts';
import type { Explanation } from './explanation.ts';
import type { Session, Watch } from './frame.ts';
import { knownOf } from './known.ts';
import { newTrace } from './trace.ts';
import { told } from './told.ts';

export interface Options {
  /** Only what the source itself says: without interpretations that fill or choose, and without the company's own figures. */
  readonly sourceOnly?: boolean;
  /** What a decision that takes an argument is asked about. */
  readonly on?: Value;
  readonly watch?: Watch;
}

/** Asks one decision of a program. */
export function evaluate(program: Program, decision: string, facts: Facts, options: Options = {}): Outcome {
  return session(program, facts, options).outcome(decision, options.on);
}

/** The same, with the tree of everything that it came from. */
export function explain(program: Program, decision: string, facts: Facts, options: Options = {}): Explained {
  return session(program, facts, options).explain(decision, options.on);
}
export interface Explained {
  readonly outcome: Outcome;
  readonly explanation: Explanation;
}

/** Asks several decisions of the same facts; what they share is worked out once. */
export interface Questions {
  outcome(decision: string, on?: Value): Outcome;
  explain(decision: string, on?: Value): Explained;
  /** The same before it is printed. */
  result(decision: string, on?: Value): Result;
}
export function session(
  program: Program,
  facts: Facts,
  { sourceOnly = false, watch }: Pick<Options, 'sourceOnly' | 'watch'> = {},
): Questions {
  const known = knownOf(program);
  const begin = (trace: Session['trace']): Session => ({
    program,
    known,
    facts: facts.values,
    sourceOnly,
    decisions: new Map(),
    given: new Map(),
    computed: new Map(),
    trace,
    watch,
    depth: 0,
    putOff: undefined,
  });
  let plain: Session | undefined;
  let traced: Session | undefined;
  return {
    outcome(decision, on) {
      plain ??= begin(undefined);
      return toOutcome(program, decision, answer(decision, on, plain).result);
    },
    explain(decision, on) {
      traced ??= begin(newTrace());
      const { result, explanation } = answer(decision, on, traced);
      if (explanation !== undefined) return { outcome: explanation.outcome, explanation: told(explanation) };
      const outcome = toOutcome(program, decision, result);
      return { outcome, explanation: bare(decision, outcome) };
    },
    result: (decision, on) => {
      plain ??= begin(undefined);
      return answer(decision, on, plain).result;
    },
  };
}

function answer(
  name: string,
  on: Value | undefined,
  session: Session,
): { readonly result: Result; readonly explanation?: Explanation } {
  const args = argumentsOf(name, on, session.program);
  if ('status' in args) return { result: args };
  const { found, explanation } = decideFirst(name, args.data, session);
  const result = toResult(found);
  return explanation === undefined ? { result } : { result, explanation };
}

function argumentsOf(
  name: string,
  on: Value | undefined,
  program: Program,
): Failure | { readonly data: readonly Datum[] } {
  const decision = Object.hasOwn(program.decisions, name) ? program.decisions[name] : undefined;
  if (decision === undefined) return unknownDecision(name, program);
  if (on?.is === 'invalid') return unusable(on, decision.origin);
  const given = on === undefined ? [] : [fromValue(on)];
  if (given.length === decision.takes.length) return { data: given };
  return wrongArgument(
    name,
    decision.takes.map((taken) => taken.name),
  );
}

const nowhere: Span = { file: '<question>', start: 0, end: 0 };

/** For a question that did not even reach a decision. */
function bare(decision: string, outcome: Outcome): Explanation {
  return { outcome, title: { en: decision, zh: decision }, hidden: false, span: nowhere, steps: [] };
}
