import type { Reason } from '../../../ir/outcome.ts';
import type { Failure } from '../../../value/result.ts';
import type { Datum } from './datum.ts';

/** What a part of a decision comes to. Flags and reasons are sets; an outcome puts them in order. */
export type Result = Determined | Undetermined | NotApplicable | Failure;
interface Determined {
  readonly status: 'determined';
  readonly value: Datum;
  readonly flags: readonly string[];
}
interface Undetermined {
  readonly status: 'undetermined';
  readonly reasons: readonly Reason[];
  readonly flags: readonly string[];
}
interface NotApplicable {
  readonly status: 'not-applicable';
  readonly flags: readonly string[];
}

/** No flags. */
export const none: readonly string[] = [];

export function determined(value: Datum, flags: readonly string[] = none): Result {
  return { status: 'determined', value, flags };
}

export function undetermined(reasons: readonly Reason[], flags: readonly string[] = none): Result {
  return { status: 'undetermined', reasons, flags };
}

export function joinFlags(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === 0 || a === b) return b;
  return b.length === 0 ? a : [...new Set([...a, ...b])];
}

/** The result with flags that were met before it. */
export function withFlags(flags: readonly string[], result: Result): Result {
  if (flags.length === 0 || result.status === 'error') return result;
  return { ...result, flags: joinFlags(flags, result.flags) };
}

/** Reasons by what they say, without repetition. */
export function joinReasons(a: readonly Reason[], b: readonly Reason[]): readonly Reason[] {
  if (a.length === 0 || a === b) return b;
  if (b.length === 0) return a;
  return [...new Map([...a, ...b].map((reason) => [nameOf(reason), reason])).values()];
}

function nameOf({ code, fact, parameter, gap, person, allowed, needs }: Reason): string {
  return JSON.stringify([code, fact, parameter, gap, person, allowed, needs]);
}

/** Determined, and resting on nothing. */
export function isPlain(result: Result): result is Determined {
  return result.status === 'determined' && result.flags.length === 0;
}

export function isTruth(result: Result, truth: boolean): boolean {
  return result.status === 'determined' && result.value === truth;
}

/** The flags of all results that are no error. */
export function flagsOf(results: readonly Result[]): readonly string[] {
  let flags = none;
  for (const result of results) if (result.status !== 'error') flags = joinFlags(flags, result.flags);
  return flags;
}

export function reasonsOf(results: readonly Result[]): readonly Reason[] {
  let reasons: readonly Reason[] = [];
  for (const result of results) {
    if (result.status === 'undetermined') reasons = joinReasons(reasons, result.reasons);
  }
  return reasons;
}

/** The first error decides, then what is undetermined, with all reasons; else what becomes of the values, with all flags. */
export function strict(operands: readonly Result[], apply: (...values: readonly Datum[]) => Result): Result {
  const [first] = operands;
  if (first !== undefined && operands.length === 1 && isPlain(first)) return apply(first.value);
  const values: Datum[] = [];
  let open = false;
  let flags = none;
  for (const operand of operands) {
    if (operand.status === 'error') return operand;
    if (operand.status === 'determined') values.push(operand.value);
    else open = true;
    flags = joinFlags(flags, operand.flags);
  }
  return open ? undetermined(reasonsOf(operands), flags) : withFlags(flags, apply(...values));
}
