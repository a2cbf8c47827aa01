import { flagsOf, isFalse, isTrue, undetermined, withFlags, type Result } from './result.ts';

/** `and` and `or` (semantics 1.3): the right operand is evaluated only where the left leaves it to decide. */
export function connected(connective: 'and' | 'or', left: Result, right: () => Result): Result {
  const decides = connective === 'and' ? isFalse : isTrue;
  if (left.status === 'error' || decides(left)) return left;
  const other = right();
  if (other.status === 'error') return other;
  if (left.status !== 'undetermined') return withFlags(flagsOf([left]), other);
  if (decides(other)) return other;
  return undetermined(...left.reasons, ...(other.status === 'undetermined' ? other.reasons : []));
}
