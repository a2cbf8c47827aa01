import type { Outcome } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { Facts } from '../value/facts.ts';
import { unknownDecision, wrongArgument } from '../value/failures.ts';
import { toOutcome } from '../value/outcome.ts';
import { datumOf, valueOf, type Datum } from './exact/datum.ts';
import { exactProgram, frameOf } from './exact/program.ts';
import type { Result } from './exact/result.ts';
import type { Result as PlainResult } from '../value/result.ts';
import type { Type } from '../ir/type.ts';

export interface Options {
  /** What the source alone settles, without what the company has read into it. */
  readonly sourceOnly?: boolean;
  /** What a decision that takes an argument is asked about. */
  readonly on?: Value;
}

/** A program made ready for many questions. */
export interface Compiled {
  /** The outcome of a decision for these facts: the same as the explaining evaluator's. */
  evaluate(decision: string, facts: Facts, options?: Options): Outcome;
}

export function compile(program: Program): Compiled {
  const exact = exactProgram(program);
  return {
    evaluate(name, facts, { sourceOnly = false, on } = {}) {
      const decision = Object.hasOwn(program.decisions, name) ? program.decisions[name] : undefined;
      if (decision === undefined) return toOutcome(program, name, unknownDecision(name, program));
      const args: readonly Datum[] = on === undefined ? [] : [datumOf(on)];
      if (args.length !== decision.takes.length) {
        return toOutcome(
          program,
          name,
          wrongArgument(
            name,
            decision.takes.map((take) => take.name),
          ),
        );
      }
      const result = exact.ask(name, frameOf(facts.values, sourceOnly), args);
      return toOutcome(program, name, plain(result, decision.type));
    },
  };
}

function plain(result: Result, type: Type): PlainResult {
  return result.status === 'determined' ? { ...result, value: valueOf(result.value, type) } : result;
}
