import type { Texts } from '../../../diagnostic/diagnostic.ts';
import type { Value } from '../../../ir/value.ts';
import { notApplicable, requirementFailed, unusable } from '../../../value/failures.ts';
import { noVersion } from '../../../value/reasons.ts';
import { isInvalid, isList, isRecord, valueOf, type Datum } from './datum.ts';
import { spanOf } from './place.ts';
import { once, type Question } from './question.ts';
import { flagsOf, isTruth, strict, undetermined, withFlags, type Result } from './result.ts';

type Condition = () => Result;

/** Conditions between facts: one that does not hold is an error. */
export function requiring(
  conditions: readonly (readonly [holds: Condition, says: Texts, place: string])[],
  value: () => Result,
): Result {
  for (const [holds, says, place] of conditions) {
    const result = holds();
    if (result.status === 'error') return result;
    if (isTruth(result, false)) return requirementFailed(says, spanOf(place));
  }
  return value();
}

/** The value where all conditions hold; where one does not, there is none. */
export function applying(conditions: readonly Condition[], value: () => Result): Result {
  const met: Result[] = [];
  for (const condition of conditions) {
    const applies = condition();
    if (applies.status !== 'determined') return withFlags(flagsOf(met), applies);
    met.push(applies);
    if (applies.value === false) return { status: 'not-applicable', flags: flagsOf(met) };
  }
  return withFlags(flagsOf(met), value());
}

/** A decision's value where it must apply. */
export function applied(result: Result, decision: string, place: string): Result {
  return result.status === 'not-applicable' ? notApplicable(decision, spanOf(place)) : result;
}

/** A decision's value, or another one where it does not apply. */
export function appliedOr(result: Result, otherwise: () => Result): Result {
  return result.status === 'not-applicable' ? withFlags(result.flags, otherwise()) : result;
}

/** No version of the policy is in force. */
export function notInForce(q: Question, policy: string): Result {
  return undetermined([noVersion(q.handbook, policy)]);
}

/** The decision has a mistake that `bylaw check` tells. */
export function mistaken(code: string, message: Texts, place: string): Result {
  return { status: 'error', code, message, span: spanOf(place) };
}

/** A value of several parts none of which was given in a way that cannot be used. */
export function usable(result: Result, place: string): Result {
  const spoilt = result.status === 'determined' ? invalidPart(result.value) : undefined;
  return spoilt === undefined ? result : unusable(spoilt, spanOf(place));
}

function invalidPart(datum: Datum): Extract<Value, { is: 'invalid' }> | undefined {
  if (typeof datum !== 'object') return undefined;
  if (isInvalid(datum)) return datum;
  const parts = isList(datum) ? datum : isRecord(datum) ? [...datum.fields.values()] : [];
  for (const part of parts) {
    const found = invalidPart(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A decision asked about something: once for each thing, and for each place that it may lack something at. */
export function askedAbout(
  q: Question,
  name: string,
  args: readonly Result[],
  decide: (...args: readonly Datum[]) => Result,
): Result {
  return strict(args, (...data) => {
    const parts = data.flatMap((datum) => [valueOf(datum, { is: 'unknown' }), ...placesIn(datum)]);
    return once(q, JSON.stringify([name, ...parts]), () => decide(...data));
  });
}

function placesIn(datum: Datum): readonly string[] {
  if (isList(datum)) return datum.flatMap(placesIn);
  if (!isRecord(datum)) return [];
  return [...(datum.place === undefined ? [] : [datum.place]), ...[...datum.fields.values()].flatMap(placesIn)];
}
