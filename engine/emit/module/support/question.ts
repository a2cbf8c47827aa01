import type { Program } from '../../../ir/program.ts';
import type { Value } from '../../../ir/value.ts';
import type { Result } from './result.ts';

/** One question: its facts, and what was worked out for it so far. */
export interface Question {
  /** What is printed, read and said: titles, units, who owns what. */
  readonly handbook: Program;
  /** How facts follow from others that were given. */
  readonly follows: Readonly<Record<string, (q: Question) => Result>>;
  readonly facts: Readonly<Record<string, Value>>;
  readonly sourceOnly: boolean;
  /** Decisions by name, and with what they are asked about. */
  readonly known: Map<string, Result>;
  /** Facts by name. */
  readonly read: Map<string, Result>;
}

/** A decision, worked out once for each question. */
export function once({ known }: Question, name: string, work: () => Result): Result {
  const before = known.get(name);
  if (before !== undefined) return before;
  const result = work();
  known.set(name, result);
  return result;
}

export function givenFact(q: Question, name: string): Value | undefined {
  return Object.hasOwn(q.facts, name) ? q.facts[name] : undefined;
}
