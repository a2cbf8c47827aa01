import type { Reason } from '../../ir/outcome.ts';
import { distinctReasons } from '../../value/reasons.ts';
import type { Failure } from '../../value/result.ts';
import type { Datum } from './datum.ts';

/** What came of evaluating a node. Flags and reasons are sets; they are put in order when an outcome is made of them. */
export type Result = Determined | Undetermined | NotApplicable | Failure;
interface Determined {
  readonly status: 'determined';
  readonly value: Datum;
  readonly flags: Flags;
}
export interface Undetermined {
  readonly status: 'undetermined';
  readonly reasons: readonly Reason[];
  readonly flags: Flags;
}
interface NotApplicable {
  readonly status: 'not-applicable';
  readonly flags: Flags;
}
export type Flags = readonly string[];
export const noFlags: Flags = [];

export function determined(value: Datum, flags: Flags = noFlags): Determined {
  return { status: 'determined', value, flags };
}

export function undetermined(reasons: readonly Reason[], flags: Flags = noFlags): Undetermined {
  return { status: 'undetermined', reasons, flags };
}

/** Both sets in one, without repetition, so that shared decisions cannot multiply it. */
export function joinFlags(a: Flags, b: Flags): Flags {
  if (a.length === 0 || a === b) return b;
  return b.length === 0 ? a : [...new Set([...a, ...b])];
}

/** The result with flags that were met before it. */
export function withFlags(flags: Flags, result: Result): Result {
  if (flags.length === 0 || result.status === 'error') return result;
  return { ...result, flags: joinFlags(flags, result.flags) };
}

/** Reasons by what they say, without repetition. */
export function joinReasons(a: readonly Reason[], b: readonly Reason[]): readonly Reason[] {
  if (a.length === 0 || a === b) return b;
  if (b.length === 0) return a;
  return [...distinctReasons([...a, ...b]).values()];
}

export function isTrue(result: Result): boolean {
  return result.status === 'determined' && result.value === true;
}

export function isFalse(result: Result): boolean {
  return result.status === 'determined' && result.value === false;
}

/** Gathers operands from left to right by the strict rule: an error ends it; reasons and flags add up. */
interface Gathered {
  readonly values: Datum[];
  reasons: readonly Reason[];
  flags: Flags;
}

export function gather(): Gathered {
  return { values: [], reasons: [], flags: noFlags };
}

/** Takes one operand in; gives back the error if it is one. */
export function take(into: Gathered, operand: Result): Failure | undefined {
  switch (operand.status) {
    case 'determined':
      into.values.push(operand.value);
      into.flags = joinFlags(into.flags, operand.flags);
      return undefined;
    case 'undetermined':
      into.reasons = joinReasons(into.reasons, operand.reasons);
      into.flags = joinFlags(into.flags, operand.flags);
      return undefined;
    case 'not-applicable':
      throw new Error('only a decision can be not applicable');
    case 'error':
      return operand;
  }
}

/** What the operands come to: undetermined if one was, else what `apply` makes of their values. */
export function settle({ values, reasons, flags }: Gathered, apply: (values: readonly Datum[]) => Result): Result {
  return reasons.length > 0 ? undetermined(reasons, flags) : withFlags(flags, apply(values));
}
