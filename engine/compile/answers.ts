import type { Outcome } from '../ir/outcome.ts';
import type { Decision, Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { Facts } from '../value/facts.ts';
import { unknownDecision, wrongArgument } from '../value/failures.ts';
import { toOutcome } from '../value/outcome.ts';
import type { Result } from '../value/result.ts';
import { datumOf, valueOf, type Datum } from './exact/datum.ts';
import { exactProgram } from './exact/program.ts';
import { frameOf, type Frame } from './exact/unit.ts';
import { plainQuestions, type PlainQuestions } from './fast/ask.ts';
import { root, type Root } from './fast/program.ts';
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
  /** A decision, compiled when it is first asked for. */
  readonly rootOf: (decision: string) => Root;
}

/**
 * Two layers with one meaning: plain questions (everything determined, numbers that fit) are answered on whole numbers;
 * all others, and what turns out not to be plain on the way, exactly.
 */
export function answersOf(program: Program): Answers {
  const exact = exactProgram(program);
  const roots = new Map<string, Root>();
  const plain = new Map<string, PlainQuestions>();
  const rootOf = (name: string): Root => kept(roots, name, () => root(program, name, exact));

  const exactly = ({ name, type }: Decision, frame: Frame, args: readonly Datum[]): Result => {
    const result = exact.ask(name, frame, args);
    return result.status === 'determined' ? { ...result, value: valueOf(result.value, type) } : result;
  };

  const resultOf = (decision: Decision, { values }: Facts, { sourceOnly = false, on }: Options): Result => {
    const { name, takes } = decision;
    const args: readonly Datum[] = on === undefined ? [] : [datumOf(on)];
    if (args.length !== takes.length)
      return wrongArgument(
        name,
        takes.map((take) => take.name),
      );
    if (sourceOnly || args.length > 0) return exactly(decision, frameOf(values, sourceOnly), args);
    const asked = kept(plain, name, () => plainQuestions(rootOf(name), decision.type)).ask(values);
    return 'status' in asked ? asked : exactly(decision, asked, []);
  };

  return {
    evaluate: (name, facts, options = {}) => {
      const decision = Object.hasOwn(program.decisions, name) ? program.decisions[name] : undefined;
      const result = decision === undefined ? unknownDecision(name, program) : resultOf(decision, facts, options);
      return toOutcome(program, name, result);
    },
    rootOf,
  };
}
