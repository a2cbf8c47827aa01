import type { Logic, Not } from '../ir/ir.ts';
import { truth } from './datum.ts';
import { determined, isFalse, isTrue, strict, withFlags, type Found } from './found.ts';
import type { Frame } from './frame.ts';

export function logic(ir: Logic, frame: Frame): Found {
  return connected(ir.connective, frame.run(ir.left, frame), () => frame.run(ir.right, frame));
}

/** Left to right; a left side that decides does so alone, an undetermined one lets the right decide (semantics 1.3). */
export function connected(connective: 'and' | 'or', left: Found, right: () => Found): Found {
  const decides = (found: Found): boolean => (connective === 'and' ? isFalse(found) : isTrue(found));
  if (left.status === 'error' || decides(left)) return left;
  const other = right();
  if (left.status === 'determined') return withFlags(left.flags, other);
  if (other.status === 'error' || decides(other)) return other;
  if (left.status !== 'undetermined') throw new Error('only a decision can be not applicable');
  const reasons = other.status === 'undetermined' ? [...left.reasons, ...other.reasons] : left.reasons;
  return withFlags(other.flags, { ...left, reasons });
}

export function not(ir: Not, frame: Frame): Found {
  return strict([frame.run(ir.operand, frame)], ([operand]) =>
    determined(truth(operand?.is === 'boolean' && !operand.truth)),
  );
}
