import { gap, incompleteFact, ownFigure, unsettled } from '../../../value/reasons.ts';
import { numberIn, timed, toMultiple, type RoundingMode } from './arithmetic.ts';
import { same } from './datum.ts';
import type { Question } from './question.ts';
import { determined, undetermined, withFlags, type Result } from './result.ts';

/** A value that rests on interpretations: flagged, and by the source alone open where they fill or choose. */
export function resting(q: Question, ids: readonly string[], value: () => Result): Result {
  const about = (id: string): string | undefined => q.handbook.interpretations[id]?.about;
  const flags = ids.filter((id) => about(id) !== 'convention');
  const open = ids.filter((id) => about(id) === 'fills' || about(id) === 'chooses');
  if (!q.sourceOnly || open.length === 0) return withFlags(flags, value());
  return undetermined(
    open.map((id) => unsettled(q.handbook, id)),
    flags,
  );
}

/** The company's own figure: the source has none. */
export function own(q: Question, output: string, ids: readonly string[], value: () => Result): Result {
  if (!q.sourceOnly) return resting(q, ids, value);
  const rests = resting(q, ids, () => undetermined([]));
  return undetermined([...(rests.status === 'undetermined' ? rests.reasons : []), ownFigure(output)]);
}

/** The reading that was taken rests on its interpretation where the other one says something else. */
export function reading(q: Question, id: string, taken: Result, otherwise: () => Result): Result {
  if (taken.status !== 'determined') return taken;
  if (q.handbook.interpretations[id]?.about !== 'doubt') {
    const other = otherwise();
    if (other.status === 'determined' && same(other.value, taken.value)) return taken;
  }
  return resting(q, [id], () => taken);
}

/** The nearest multiple of the step; it rests on interpretations only where it changes the value. */
export function round(
  q: Question,
  value: Result,
  step: Result,
  mode: RoundingMode,
  ids: readonly string[] = [],
): Result {
  return timed([value, step], (before, to) => {
    const rounded = determined(toMultiple(numberIn(before), numberIn(to), mode));
    return rounded.status === 'determined' && same(rounded.value, before) ? rounded : resting(q, ids, () => rounded);
  });
}

/** The source leaves this open. */
export function leftOpen(q: Question, id: string): Result {
  return undetermined([gap(q.handbook, id)]);
}

/** A list that is complete with so many elements only. */
export function incomplete(q: Question, name: string, needs: number): Result {
  return undetermined([incompleteFact(q.handbook, name, needs)]);
}
