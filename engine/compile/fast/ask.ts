import type { Type } from '../../ir/type.ts';
import type { Value } from '../../ir/value.ts';
import type { Result } from '../../value/result.ts';
import { numberValue, valueOf } from '../exact/datum.ts';
import { parseExact } from '../../value/exact.ts';
import { divide, whole } from '../exact/rational.ts';
import { frameOf, type Frame } from '../exact/unit.ts';
import type { Root } from './program.ts';
import { notPlain, type Fast, type Run } from './run.ts';
import { digitsAt } from './scaled.ts';

/** A run for a decision's questions. */
export function runFor({ slots }: Root): Run {
  return {
    question: 0,
    numbers: new Float64Array(slots.size).fill(NaN),
    words: Array.from({ length: slots.size }),
    facts: {},
    allFacts: () => ({}),
    frame: undefined,
    flags: 0,
    denominator: 1,
  };
}

/** Answers the question that stands in the run; undefined where it is not a plain one. */
export function ask<T>(value: (run: Run) => T, run: Run, root: Root): T | undefined {
  run.question = root.nextQuestion();
  run.flags = 0;
  run.frame = undefined;
  try {
    return value(run);
  } catch (thrown) {
    if (thrown !== notPlain) throw thrown;
    return undefined;
  }
}

/** A decision's questions one by one. */
export interface PlainQuestions {
  /** The result, or where the exact layer takes over. */
  ask(facts: Readonly<Record<string, Value>>): Result | Frame;
}

export function plainQuestions(root: Root, type: Type): PlainQuestions {
  const run = runFor(root);
  const value = written(root.value, type);
  return {
    ask(facts) {
      run.numbers.fill(NaN);
      run.words.fill(undefined);
      run.facts = facts;
      run.allFacts = () => facts;
      const found = value === undefined ? undefined : ask(value, run, root);
      if (found === undefined) return run.frame ?? frameOf(facts, false);
      return { status: 'determined', value: found, flags: root.flagsOf(run.flags) };
    },
  };
}

/** The decision's value as plain data. */
function written(fast: Fast, type: Type): ((run: Run) => Value) | undefined {
  switch (fast.is) {
    case 'number':
      return (run) => {
        const digits = digitsAt(fast.run(run), fast.scale);
        if (!fast.quotient) return numberValue(digits, type);
        return valueOf(divide(parseExact(digits), whole(run.denominator)), type);
      };
    case 'truth':
    case 'word':
      return (run) => valueOf(fast.run(run), type);
    case 'never-plain':
      return undefined;
  }
}
