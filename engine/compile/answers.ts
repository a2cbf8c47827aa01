import type { Outcome } from '../ir/outcome.ts';
import type { Decision, Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { Facts, RawFacts } from '../value/facts.ts';
import { unknownDecision, wrongArgument } from '../value/failures.ts';
import { toOutcome } from '../value/outcome.ts';
import type { Result } from '../value/result.ts';
import { datumOf, valueOf, type Datum } from './exact/datum.ts';
import { plainQuestions, type PlainQuestions } from './fast/ask.ts';
import { frameOf, type Frame } from './exact/unit.ts';
import { exactProgram, type ExactProgram } from './exact/program.ts';
import { kept } from './kept.ts';

export interface Options {
  /** What the source alone settles, without what the company has read into it. */
  readonly sourceOnly?: boolean;
  /** What a decision that takes an argument is asked about. */
  readonly on?: Value;
}

/** A program made ready to answer one question after another. */
export interface Answers {
  /** The outcome of a decision for these facts: the same as the explaining evaluator's. */
  readonly evaluate: (decision: string, facts: Facts, options?: Options) => Outcome;
  /**
   * The outcome of a plain case for facts as a caller gives them; undefined where they must be read first, always before the
   * decision has been evaluated once.
   */
  readonly plainly: (decision: string, facts: RawFacts) => Outcome | undefined;
  /** What answers where a case is not plain. */
  readonly exact: ExactProgram;
}

/**
 * Two layers with one meaning: plain questions (everything determined, numbers that fit) are answered on whole numbers;
 * all others, and what turns out not to be plain on the way, exactly.
 */
export function answersOf(program: Program): Answers {
  const exact = exactProgram(program);
  const plain = new Map<string, PlainQuestions>();

  const exactly = ({ name, type }: Decision, frame: Frame, args: readonly Datum[]): Result => {
    const result = exact.ask(name, frame, args);
    return result.status === 'determined' ? { ...result, value: valueOf(result.value, type) } : result;
  };

  const outcomeOf = (decision: Decision, { values }: Facts, { sourceOnly = false, on }: Options): Outcome => {
    const { name, takes } = decision;
    const told = (result: Result): Outcome => toOutcome(program, name, result);
    const args: readonly Datum[] = on === undefined ? [] : [datumOf(on)];
    if (args.length !== takes.length)
      return told(
        wrongArgument(
          name,
          takes.map((take) => take.name),
        ),
      );
    if (sourceOnly || args.length > 0) return told(exactly(decision, frameOf(values, sourceOnly), args));
    const asked = kept(plain, name, () => plainQuestions(program, decision)).ofValues(values);
    return asked ?? told(exactly(decision, frameOf(values, false), []));
  };

  return {
    evaluate: (name, facts, options = {}) => {
      const decision = Object.hasOwn(program.decisions, name) ? program.decisions[name] : undefined;
      if (decision === undefined) return toOutcome(program, name, unknownDecision(name, program));
      return outcomeOf(decision, facts, options);
    },
    plainly: (name, facts) => plain.get(name)?.ofGiven(facts),
    exact,
  };
}
