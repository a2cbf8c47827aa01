import type { YamlNode } from '../../yaml/node.ts';
import type { Address } from './form.ts';

/** What a file says, without places and looks. Every edit is made here as well, and the edited text must then say the same. */
export type Tree = string | readonly Tree[] | ReadonlyMap<string, Tree>;

/** What a node says. */
export function treeOf(node: YamlNode): Tree {
  switch (node.yaml) {
    case 'scalar':
      return node.text;
    case 'list':
      return node.items.map(treeOf);
    case 'map':
      return new Map(node.entries.map(({ key, value }) => [key.text, treeOf(value)]));
  }
}

/** The same, with the order of keys. */
export function sameTree(a: Tree, b: Tree): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  const [some, others] = [childrenOf(a), childrenOf(b)];
  return (
    a instanceof Map === b instanceof Map &&
    some.length === others.length &&
    some.every(([key, value], i) => {
      const other = others[i];
      return other !== undefined && other[0] === key && sameTree(value, other[1]);
    })
  );
}

type Child = readonly [key: string | number, value: Tree];

function childrenOf(tree: Exclude<Tree, string>): readonly Child[] {
  return tree instanceof Map ? [...tree] : (tree as readonly Tree[]).map((value, i) => [i, value] as const);
}

/** The tree with other children under a node; undefined where there is no such node. */
export function withChildren(
  tree: Tree,
  at: Address,
  change: (children: readonly Child[]) => readonly Child[],
): Tree | undefined {
  if (typeof tree === 'string') return undefined;
  const children = childrenOf(tree);
  const [step, ...rest] = at;
  if (step === undefined) return made(tree, change(children));
  const index = children.findIndex(([key]) => key === step);
  const child = children[index];
  const changed = child === undefined ? undefined : withChildren(child[1], rest, change);
  return child === undefined || changed === undefined
    ? undefined
    : made(tree, children.with(index, [child[0], changed]));
}

const made = (tree: Tree, children: readonly Child[]): Tree =>
  tree instanceof Map
    ? new Map(children.map(([key, value]) => [String(key), value]))
    : children.map(([, value]) => value);
