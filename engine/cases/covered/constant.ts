import type { Ir } from '../../ir/ir.ts';
import { nodes } from '../../ir/walk.ts';

/** Does nothing in it depend on the facts of a question? Parameters are the company's, and stand like literals. */
export function isConstant(ir: Ir): boolean {
  for (const { op } of nodes(ir)) {
    if (op !== 'literal' && op !== 'parameter' && op !== 'call' && op !== 'list' && op !== 'undetermined') return false;
  }
  return true;
}
