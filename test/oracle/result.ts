import type { Reason } from '../../engine/ir/outcome.ts';
import type { Thing } from './value.ts';

/** Why something is undetermined, without the words for people. */
export type Why = Omit<Reason, 'text'>;

/** Flags count only where something is determined; a decision that is not applicable hands on those of its conditions. */
export type Result =
  | { readonly status: 'determined'; readonly value: Thing; readonly flags: readonly string[] }
  | { readonly status: 'undetermined'; readonly reasons: readonly Why[] }
  | { readonly status: 'not-applicable'; readonly flags: readonly string[] }
  | { readonly status: 'error'; readonly code: string };

export function determined(value: Thing, flags: readonly string[] = []): Result {
  return { status: 'determined', value, flags };
}

export function undetermined(...reasons: readonly Why[]): Result {
  return { status: 'undetermined', reasons };
}

export function failed(code: string): Result {
  return { status: 'error', code };
}

/** The strict rule: the leftmost error, else all reasons, else what the values give, with all flags. */
export function strict(parts: readonly Result[], then: (values: readonly Thing[]) => Result): Result {
  const error = parts.find((part) => part.status === 'error');
  if (error !== undefined) return error;
  const reasons = parts.flatMap((part) => (part.status === 'undetermined' ? part.reasons : []));
  if (reasons.length > 0) return undetermined(...reasons);
  const values = parts.map((part) => {
    if (part.status !== 'determined') throw new Error('only a decision can be not applicable');
    return part.value;
  });
  return withFlags(flagsOf(parts), then(values));
}

export function withFlags(flags: readonly string[], result: Result): Result {
  return result.status === 'determined' || result.status === 'not-applicable'
    ? { ...result, flags: [...flags, ...result.flags] }
    : result;
}

export function flagsOf(parts: readonly Result[]): readonly string[] {
  return parts.flatMap((part) => (part.status === 'determined' || part.status === 'not-applicable' ? part.flags : []));
}

export function isTrue(result: Result): boolean {
  return result.status === 'determined' && result.value.is === 'boolean' && result.value.truth;
}

export function isFalse(result: Result): boolean {
  return result.status === 'determined' && result.value.is === 'boolean' && !result.value.truth;
}
