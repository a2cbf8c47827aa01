import type { Ir } from '../../ir/ir.ts';
import type { Program } from '../../ir/program.ts';

/** Facts that a node certainly reads: if one of them is not given, the node cannot be determined. Not all such facts are found. */
export function factsNeeded(node: Ir, program: Program, depth = 0): readonly string[] {
  const of = (part: Ir | undefined): readonly string[] =>
    part === undefined || depth > 20 ? [] : factsNeeded(part, program, depth + 1);
  switch (node.op) {
    case 'fact': {
      const declared = program.facts[node.name];
      return declared?.closed === true || declared?.orFrom !== undefined ? [] : [node.name];
    }
    case 'decision': {
      const body = node.otherwise === undefined ? program.decisions[node.name]?.body : undefined;
      return body?.is === 'ir' ? of(body.ir) : [];
    }
    case 'call':
      return node.args.flatMap(of);
    case 'compare':
      return [...of(node.left), ...of(node.right)];
    case 'not':
      return of(node.operand);
    case 'round':
    case 'mark':
      return of(node.value);
    case 'reading':
      return of(node.taken);
    case 'bands':
      return of(node.by);
    case 'choose':
      return of(node.arms[0]?.when);
    default:
      return [];
  }
}
