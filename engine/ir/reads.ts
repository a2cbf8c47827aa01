import type { Ir } from './ir.ts';
import { nodes } from './walk.ts';

/** What a decision or a computed fact reads. */
export function readsOf(irs: readonly Ir[]): readonly { readonly is: 'decision' | 'fact'; readonly name: string }[] {
  return irs.flatMap((ir) =>
    [...nodes(ir)].flatMap((node) =>
      node.op === 'decision' || node.op === 'fact' ? [{ is: node.op, name: node.name }] : [],
    ),
  );
}
