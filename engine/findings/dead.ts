import type { Ir } from '../ir/ir.ts';
import type { Choice } from './parts.ts';
import type { Survey } from './survey.ts';

/** What a decision shows of one of its parts, wherever it can be asked. */
export type Shown =
  /** It decides somewhere, or something that is not known decides whether it does. */
  | 'used'
  /** Nobody comes to it here; elsewhere somebody may. */
  | 'unasked'
  | 'never'
  | 'always';

/** Is there anything that the arm, row or tier decides? */
export function shownOf({ part, before, stops }: Choice, { answers }: Survey): Shown {
  const own = answers.get(part);
  const [first = part] = before;
  const started = answers.get(first);
  if (own === undefined || started === undefined || own.true.length > 0) return 'used';
  // Of what is asked first not even the answer no was heard: nobody comes here.
  if (started.true.length + started.false.length + started.nothing.length === 0) return 'unasked';
  const blockers = stops || own.false.length === 0 ? [part, ...before] : [part];
  // What is not known may be true one day.
  return blockers.some((one) => (answers.get(one)?.nothing.length ?? 0) > 0) ? 'used' : 'never';
}

/** Does a condition have one answer wherever it is asked? */
export function constantOf(condition: Ir, { answers }: Survey): Shown {
  const own = answers.get(condition);
  if (own === undefined || own.nothing.length > 0) return 'used';
  if (own.true.length > 0) return own.false.length > 0 ? 'used' : 'always';
  return own.false.length > 0 ? 'never' : 'unasked';
}
