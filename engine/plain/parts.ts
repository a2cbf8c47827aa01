import type { Branching, Lowered, Never, NumberOperation, Plain, PlainNumber, PlainTruth, PlainWord } from './tree.ts';

type Does = Exclude<Plain, Never>['does'];

/** The nodes that stand in a node; what is shared stands elsewhere. */
export function parts(node: Plain): readonly Plain[] {
  return node.is === 'never' ? [] : partsOf(node.does);
}

function partsOf(does: Does): readonly Plain[] {
  switch (does.op) {
    case 'units':
    case 'fact':
    case 'truth':
    case 'leave':
    case 'known':
    case 'word':
    case 'shared':
    case 'exactly':
      return [];
    case 'scaled':
    case 'negate':
    case 'abs':
    case 'rounded':
    case 'not':
    case 'between':
    case 'among':
    case 'marked':
      return [does.of];
    case 'sum':
    case 'product':
    case 'quotient':
    case 'extreme':
    case 'and':
    case 'or':
    case 'both':
    case 'either':
    case 'compare':
    case 'same':
    case 'words':
      return [does.left, does.right];
    case 'first':
    case 'unique':
      return [...does.when, ...does.branches];
    case 'bands':
      return [does.by, ...does.branches];
    case 'reading':
      return [does.of, does.differs];
    case 'decided':
      return [...does.requires, ...does.applies, does.of];
    case 'given':
      return [does.agrees, does.fits, does.given, does.follows];
  }
}

/** All nodes of a tree. */
export function allOf({ asked, shared }: Lowered): readonly Plain[] {
  const found = [...asked, ...shared.map(({ value }) => value)];
  // What is found is looked into in its turn.
  for (const node of found) found.push(...parts(node));
  return found;
}

/** Tells of a node something that is worked out once for each. */
export function remembering<Node extends object, T>(tell: (node: Node) => T): (node: Node) => T {
  const known = new Map<Node, T>();
  return (node) => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const told = tell(node);
    known.set(node, told);
    return told;
  };
}

/** Nodes of a form under what picks among them, which all have its form; undefined for other operations. */
export function branchesOf<Of extends PlainNumber | PlainTruth | PlainWord>(
  does: Branching<Of> | NumberOperation,
): readonly (Of | Never)[] | undefined {
  switch (does.op) {
    case 'first':
    case 'unique':
    case 'bands':
      return does.branches;
    case 'marked':
    case 'reading':
    case 'decided':
      return [does.of];
    case 'given':
      return [does.given, does.follows];
    default:
      return undefined;
  }
}
