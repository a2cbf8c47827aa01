import type { Reason } from '../../ir/outcome.ts';
import { determined, isFalse, isTrue, joinFlags, joinReasons, undetermined, withFlags, type Result } from './result.ts';
import type { Exact } from './unit.ts';

/** `and` and `or`: the right operand is looked at only where the left leaves it to decide. */
export function connect(connective: 'and' | 'or', left: Result, right: () => Result): Result {
  const decides = connective === 'and' ? isFalse : isTrue;
  if (left.status === 'error' || decides(left)) return left;
  const other = right();
  if (other.status === 'error') return other;
  if (left.status !== 'undetermined') return withFlags(left.flags, other);
  if (decides(other)) return other;
  const reasons: readonly Reason[] = other.status === 'undetermined' ? other.reasons : [];
  return undetermined(joinReasons(left.reasons, reasons), joinFlags(left.flags, other.flags));
}

/** A chain of `and` over conditions from left to right; true when there is none. */
export function allOf(conditions: readonly Exact[]): Exact {
  return (frame) =>
    conditions.reduce<Result>((chain, condition) => connect('and', chain, () => condition(frame)), determined(true));
}
