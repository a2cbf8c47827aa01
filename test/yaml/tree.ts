import type { YamlNode, YamlScalar } from '../../engine/yaml/node.ts';

export type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

/** What a YAML file says, without places. */
export function treeOf(node: YamlNode | undefined): Tree {
  switch (node?.yaml) {
    case undefined:
      return 'nothing';
    case 'scalar':
      return node.text;
    case 'list':
      return node.items.map(treeOf);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, treeOf(value)]));
  }
}

/** Every scalar of a file, keys too. */
export function scalarsOf(node: YamlNode | undefined): readonly YamlScalar[] {
  switch (node?.yaml) {
    case undefined:
      return [];
    case 'scalar':
      return [node];
    case 'list':
      return node.items.flatMap(scalarsOf);
    case 'map':
      return node.entries.flatMap(({ key, value }) => [key, ...scalarsOf(value)]);
  }
}
