import type { Ir } from '../../engine/ir/ir.ts';
import type { Program } from '../../engine/ir/program.ts';

export interface Size {
  /** How long its numbers can get, in lengths of a given number: products and quotients add up. */
  readonly digits: number;
  readonly nodes: number;
}

/** A rough upper bound, so that a random program stays within what every evaluator computes quickly. */
export function sizeOf(ir: Ir, program: Program): Size {
  const parts = childrenOf(ir).map((child) => sizeOf(child, program));
  const longest = Math.max(1, ...parts.map(({ digits }) => digits));
  const sum = parts.reduce((total, { digits }) => total + digits, 0);
  return {
    digits: Math.max(1, digitsOf(ir, longest, sum, program)),
    nodes: parts.reduce((total, { nodes }) => total + nodes, 1),
  };
}

function digitsOf(ir: Ir, longest: number, sum: number, program: Program): number {
  switch (ir.op) {
    case 'call':
      return sum;
    case 'decision': {
      const { body } = program.decisions[ir.name]!;
      return body.is === 'ir' ? Math.max(longest, sizeOf(body.ir, program).digits) : longest;
    }
    case 'fact': {
      const orFrom = program.facts[ir.name]?.orFrom;
      return orFrom === undefined ? 1 : sizeOf(orFrom, program).digits;
    }
    case 'bands':
      return ir.mode === 'slab' ? longest : 2 * sum;
    case 'aggregate':
    case 'fold':
    case 'table':
      return longest === 1 ? 1 : 4 * longest;
    default:
      return longest;
  }
}

/** The nodes right below, wherever in its data a node keeps them. */
export function childrenOf(ir: Ir): readonly Ir[] {
  return Object.entries(ir).flatMap(([key, part]) => (key === 'type' || key === 'origin' ? [] : nodesIn(part)));
}

function nodesIn(part: unknown): readonly Ir[] {
  if (Array.isArray(part)) return part.flatMap(nodesIn);
  if (typeof part !== 'object' || part === null) return [];
  return 'op' in part ? [part as Ir] : Object.values(part).flatMap(nodesIn);
}
