import type { Ir } from '../../ir/ir.ts';
import { children } from '../../ir/walk.ts';

/** Does nothing in it depend on the facts of a question? Parameters are the company's, and stand like literals. */
export function isConstant(ir: Ir): boolean {
  switch (ir.op) {
    case 'literal':
    case 'parameter': // whatever its keys are
    case 'undetermined':
      return true;
    case 'call':
    case 'list':
      return children(ir).every(isConstant);
    default:
      return false;
  }
}
