import type { Steps } from '../cases/covered/steps.ts';
import type { Ir } from '../ir/ir.ts';
import type { Value } from '../ir/value.ts';
import type { ReadWords } from '../value/invalid.ts';
import { printValue } from '../value/print.ts';
import type { Sort } from './mutant.ts';
import { rewritten, type Rewritten } from './written.ts';

/** One object of the IR that would say something else, and how the text would read. */
export interface Change extends Rewritten {
  readonly sort: Sort;
  readonly of: object;
  readonly by: unknown;
  /** The nodes that are evaluated when a case goes through it. */
  readonly through: readonly Ir[];
}

/** What is known of the version's text and of what its expressions are made of. */
export interface Context {
  readonly text: string;
  readonly words: ReadWords;
  readonly steps: (ir: Ir) => Steps;
}

/** A literal with another value, in the words of the text. */
export function withValue(
  sort: Sort,
  literal: Extract<Ir, { op: 'literal' }>,
  value: Value | undefined,
  { text, words }: Context,
): readonly Change[] {
  if (value === undefined) return [];
  const written = rewritten(literal.origin, text, printValue(value, words));
  if (written.before === written.after) return [];
  return [{ ...written, sort, of: literal, by: { ...literal, value }, through: [literal] }];
}
