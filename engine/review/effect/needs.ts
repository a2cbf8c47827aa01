import { own } from '../../ir/own.ts';
import { partsOf } from '../../ir/parts.ts';
import type { Program } from '../../ir/program.ts';
import { nodes } from '../../ir/walk.ts';

/** The facts that a decision reads, directly or through others, but for those that need not be given. Sorted. */
export function factsNeededBy(program: Program, decision: string): readonly string[] {
  return factsReadBy(program, decision).filter((name) => {
    const fact = own(program.facts, name);
    return fact !== undefined && fact.orFrom === undefined && !fact.closed;
  });
}

/** All facts that a decision reads, directly or through others. Sorted. */
export function factsReadBy({ decisions, facts }: Program, decision: string): readonly string[] {
  const reached = new Set([`decision ${decision}`]);
  const found = new Set<string>();
  for (const key of reached) {
    const name = key.slice(key.indexOf(' ') + 1);
    const one = key.startsWith('fact ') ? undefined : own(decisions, name);
    const fact = key.startsWith('fact ') ? own(facts, name) : undefined;
    if (fact !== undefined) found.add(name);
    const parts = one === undefined ? (fact?.orFrom === undefined ? [] : [fact.orFrom]) : partsOf(one);
    for (const part of parts)
      for (const node of nodes(part))
        if (node.op === 'decision' || node.op === 'fact') reached.add(`${node.op} ${node.name}`);
  }
  return [...found].sort();
}
