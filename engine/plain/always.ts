import { remembering } from './parts.ts';
import type { Lowered, Plain } from './tree.ts';

type Slots = (node: Plain) => ReadonlySet<number>;

/** The slots that a node certainly reads, in whatever order. Not all such slots are found. */
export function alwaysRead(lowered: Pick<Lowered, 'shared'>): Slots {
  return slotsOf(lowered, 'read');
}

/** The slots without which a node is not determined, whatever the others hold. Not all such slots are found. */
export function neededBy(lowered: Pick<Lowered, 'shared'>): Slots {
  return slotsOf(lowered, 'needed');
}

function slotsOf({ shared }: Pick<Lowered, 'shared'>, which: 'read' | 'needed'): Slots {
  const of = (...nodes: readonly (Plain | undefined)[]): ReadonlySet<number> =>
    new Set(nodes.flatMap((node) => (node === undefined ? [] : [...slots(node)])));
  // What is read beside something that may decide by itself is not needed, unless that needs it too.
  const ofEach = (...nodes: readonly Plain[]): ReadonlySet<number> =>
    nodes.map(slots).reduce((common, next) => common.intersection(next));
  const slots = remembering((node: Plain): ReadonlySet<number> => {
    if (node.is === 'never') return none;
    const { does } = node;
    switch (does.op) {
      case 'fact':
        return new Set([does.slot]);
      case 'shared':
        return of(shared[does.at]?.value);
      case 'scaled':
      case 'negate':
      case 'abs':
      case 'rounded':
      case 'not':
      case 'between':
      case 'among':
      case 'marked':
      case 'reading':
        return of(does.of);
      case 'sum':
      case 'product':
      case 'quotient':
      case 'extreme':
      case 'both':
      case 'either':
      case 'compare':
      case 'same':
      case 'words':
        return of(does.left, does.right);
      case 'and':
      case 'or':
        return which === 'read' ? of(does.left) : ofEach(does.left, does.right);
      case 'first':
        return of(does.when[0]);
      case 'unique':
        return which === 'read' || does.when.length === 0 ? of(...does.when) : ofEach(...does.when);
      case 'bands':
        return of(does.by);
      case 'decided':
        // A condition between facts that is undetermined lets the decision go on.
        return of(...does.applies, does.of);
      case 'given':
      case 'units':
      case 'truth':
      case 'leave':
      case 'known':
      case 'word':
      case 'exactly':
        return none;
    }
  });
  return slots;
}

const none: ReadonlySet<number> = new Set();
