import { parts, remembering } from './parts.ts';
import type { Lowered, Plain } from './tree.ts';

/** The bits of all flags that a node can raise; −1 where they are not known before, since the exact layer says them. */
export function raisesOf({ shared }: Pick<Lowered, 'shared'>): (node: Plain) => number {
  const raises = remembering((node: Plain): number => {
    const below = parts(node).reduce((bits, part) => bits | raises(part), 0);
    if (node.is === 'never') return 0;
    const { does } = node;
    switch (does.op) {
      case 'exactly':
        return -1;
      case 'rounded':
        return below | does.marks;
      case 'marked':
      case 'reading':
        return below | does.bits;
      case 'shared': {
        const value = shared[does.at]?.value;
        return value === undefined ? 0 : raises(value);
      }
      default:
        return below;
    }
  });
  return raises;
}
