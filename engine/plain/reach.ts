import { boundsOf, type Bounded } from './bounds.ts';
import { allOf } from './parts.ts';
import { largest } from './scaled.ts';
import type { Lowered, Plain } from './tree.ts';

/** Units that a fact without declared ends may have: the more, the more may become too long on the way. */
const reaches = [largest, 1e14, 1e13, 1e12];

/** The widest bounds that leave the fewest places to be looked at. */
export function widestBounds(lowered: Lowered): Bounded {
  const nodes = allOf(lowered);
  const [first, ...rest] = reaches.map((reach) => {
    const bounded = boundsOf(lowered, reach);
    return { bounded, checks: nodes.filter((node) => isChecked(node, bounded)).length };
  });
  if (first === undefined) throw new Error('no reach is given');
  return rest.reduce((best, next) => (next.checks < best.checks ? next : best), first).bounded;
}

function isChecked(node: Plain, bounded: Bounded): boolean {
  if (node.is === 'number') return bounded.of(node).checked;
  if (node.is !== 'truth' || node.does.op !== 'compare') return false;
  return !bounded.areCrossed(node.does.left, node.does.right);
}
