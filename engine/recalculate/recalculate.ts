import { session } from '../evaluate/evaluate.ts';
import type { Outcome } from '../ir/outcome.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { Facts } from '../value/facts.ts';
import { inputChanges, ruleChanges, type InputChange, type RuleChange } from './causes.ts';
import { differenceOf, type Difference } from './difference.ts';

/** A decision about one person, old and new. */
export interface Recalculated {
  /** As the old result says; missing where it says no value. */
  readonly was?: string;
  readonly is: Outcome;
  readonly difference: Difference;
  /** Versions in force now in place of others, where the rules made a difference. */
  readonly rules: readonly RuleChange[];
  /** Facts given otherwise, where they made a difference. */
  readonly inputs: readonly InputChange[];
}

/** The rules and inputs of one of the two times. */
interface Side {
  readonly program: Program;
  readonly facts: Facts;
}

/** The old side. Its inputs are not its own where tables of today stood in for those that were joined then. */
export interface OldSide extends Side {
  readonly isOwn: boolean;
}

/** What a decision is asked about, as twice before. */
export interface Question {
  readonly decision: string;
  readonly on?: Value;
  readonly sourceOnly: boolean;
}

/**
 * What became of a decision between two times, and why: first the rules change, with the inputs as they were, then the inputs.
 * `is` is the answer of the new side, which the caller has already.
 */
export function recalculate(
  question: Question,
  was: string | undefined,
  old: OldSide,
  now: Side,
  is: Outcome,
): Recalculated {
  const { decision, on, sourceOnly } = question;
  const ask = ({ program }: Side, { facts }: Side): ReturnType<ReturnType<typeof session>['explain']> =>
    session(program, facts, { sourceOnly }).explain(decision, on);
  const [before, between] = [ask(old, old), ask(now, old)];
  const isTold = old.isOwn || before.outcome.value === was;
  const stages = { filed: was, before: before.outcome, between: between.outcome, after: is, isTold };
  const difference = differenceOf(stages, decision, now.program);
  const said = { ...(was === undefined ? {} : { was }), is, difference };
  if (difference.is === 'same' || difference.is === 'no-value' || !isTold) return { ...said, rules: [], inputs: [] };
  const differs = (a: Outcome, b: Outcome): boolean => a.status !== b.status || a.value !== b.value;
  return {
    ...said,
    rules: differs(before.outcome, between.outcome)
      ? ruleChanges(old.program, now.program, [before.explanation, between.explanation])
      : [],
    inputs: differs(between.outcome, is)
      ? inputChanges(old.facts, now.facts, now.program, [between.explanation, ask(now, now).explanation])
      : [],
  };
}
