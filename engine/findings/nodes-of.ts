import type { Ir } from '../ir/ir.ts';
import { partsOf } from '../ir/parts.ts';
import type { Decision } from '../ir/program.ts';
import { children } from '../ir/walk.ts';

const known = new WeakMap<Decision, readonly Ir[]>();

/** Everything that a decision is put together from, parents first; found once, since a decision stands in many programs. */
export function nodesOf(decision: Decision): readonly Ir[] {
  const before = known.get(decision);
  if (before !== undefined) return before;
  const found: Ir[] = [];
  const look = (ir: Ir): void => {
    found.push(ir);
    for (const child of children(ir)) look(child);
  };
  partsOf(decision).forEach(look);
  known.set(decision, found);
  return found;
}
