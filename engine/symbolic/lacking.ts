import type { Ir } from '../ir/ir.ts';
import { partsOf } from '../ir/parts.ts';
import type { Decision, Program } from '../ir/program.ts';
import { nodes } from '../ir/walk.ts';

/** The facts of which a decision asks whether they are given, also through decisions that it reads; all others count as given. */
export function factsThatMayLack(decision: Decision, program: Program): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const look = (part: Ir): void => {
    for (const node of nodes(part)) {
      if (node.op === 'known' && node.of.op === 'fact') found.add(node.of.name);
      if (node.op === 'left-to' && node.proposed !== undefined) found.add(node.proposed.name);
      if (node.op !== 'decision' || seen.has(node.name)) continue;
      seen.add(node.name);
      const read = program.decisions[node.name];
      if (read !== undefined) partsOf(read).forEach(look);
    }
  };
  partsOf(decision).forEach(look);
  return found;
}
