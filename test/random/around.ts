import type { Ir } from '../../engine/ir/ir.ts';
import { partsOf } from '../../engine/ir/parts.ts';
import type { Decision, Fact, Program } from '../../engine/ir/program.ts';
import { nodes } from '../../engine/ir/walk.ts';
import { edgesOf } from './facts.ts';

/** What decisions read, so that random facts for them lie on their own edges. */
export interface Around {
  readonly program: Program;
  readonly edges: ReturnType<typeof edgesOf>;
}

/** The part of the program that the decisions reach. */
export function aroundOf(names: readonly string[], program: Program): Around {
  const decisions = new Map<string, Decision>();
  const facts = new Map<string, Fact>();
  const look = (parts: readonly Ir[]): void => {
    for (const node of parts.flatMap((part) => [...nodes(part)])) {
      if (node.op === 'decision') visit(node.name);
      const fact =
        node.op === 'fact'
          ? program.facts[node.name]
          : node.op === 'undetermined' && 'fact' in node
            ? program.facts[node.fact]
            : undefined;
      if (fact === undefined || facts.has(fact.name)) continue;
      if (fact.orFrom !== undefined) look([fact.orFrom]);
      facts.set(fact.name, fact);
    }
  };
  const visit = (wanted: string): void => {
    const decision = program.decisions[wanted];
    if (decision === undefined || decisions.has(wanted)) return;
    decisions.set(wanted, decision);
    look(partsOf(decision));
  };
  names.forEach(visit);
  const slice = { ...program, decisions: Object.fromEntries(decisions), facts: Object.fromEntries(facts) };
  return { program: slice, edges: edgesOf(slice) };
}
