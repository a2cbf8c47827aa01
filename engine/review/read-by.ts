import { asksOrganization } from '../ir/functions.ts';
import type { Ir } from '../ir/ir.ts';

/** What a node reads, as `decision x`, `fact x`, `parameter x`, or `organization scope` where it asks for the lines between posts. */
export function readBy(node: Ir): string | undefined {
  switch (node.op) {
    case 'decision':
    case 'fact':
    case 'parameter':
      return `${node.op} ${node.name}`;
    case 'call': {
      const post = asksOrganization(node.fn) ? node.args[0]?.type : undefined;
      return post?.is === 'post' ? `organization ${post.scope}` : undefined;
    }
    default:
      return undefined;
  }
}
