import type { Ir } from '../../ir/ir.ts';
import type { Type } from '../../ir/type.ts';
import { children } from '../../ir/walk.ts';
import type { World } from './steps.ts';

/** What expressions have values by: the decisions that they read, and who stands above whom. */
type Known = Pick<World, 'decision' | 'organizations'>;

/**
 * Can the expression ever have a value? A part that can must be seen with one: a case in which a fact is missing goes through
 * it, but shows nothing of what it says.
 */
export function settles(ir: Ir, world: Known, depth = 0): boolean {
  if (depth > 40) return true;
  const inner = (part: Ir): boolean => settles(part, world, depth + 1);
  switch (ir.op) {
    case 'undetermined':
      return false;
    case 'left-to':
      return ir.proposed !== undefined;
    case 'decision': {
      const body = world.decision(ir.name)?.body;
      return body?.is !== 'ir' || inner(body.ir);
    }
    case 'call':
      return children(ir).every(inner) && (ir.fn !== 'superior-of' || hasLine(ir.type, world));
    case 'choose':
      return [...ir.arms.map(({ value }) => value), ir.otherwise].some(inner);
    case 'bands':
      return ir.bands.some(({ value }) => inner(value));
    case 'table':
      return [...ir.rows.map(({ value }) => value), ...(ir.otherwise === undefined ? [] : [ir.otherwise])].some(inner);
    case 'reading':
      return inner(ir.taken);
    case 'logic':
    case 'aggregate':
    case 'fold':
      return true;
    default:
      return children(ir).every(inner);
  }
}

/** Where the source gives no reporting line at all, nobody can name a superior. */
function hasLine(type: Type, { organizations }: Known): boolean {
  if (type.is !== 'post') return true;
  const posts = Object.values(organizations[type.scope]?.posts ?? {});
  return posts.some(({ superior }) => superior !== 'none' && 'post' in superior);
}
