import { linearOf } from '../../plain/linear.ts';
import type { PlainNumber } from '../../plain/tree.ts';
import type { RowPrinting } from './numbers.ts';

/** The slot that a number is read from as it stands, without a call; undefined for any other number. */
export function leafOf(node: PlainNumber, to: RowPrinting): number | undefined {
  if (node.quotient) return undefined;
  const linear = linearOf(node, to.bounded);
  const [only] = linear?.terms ?? [];
  const isLeaf = linear?.terms.length === 1 && linear.constant === 0 && only?.factor === 1;
  return isLeaf && to.isCertain(only.slot) ? only.slot : undefined;
}
