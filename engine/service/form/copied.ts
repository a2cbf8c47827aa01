import type { YamlNode } from '../../yaml/node.ts';
import type { Address } from './form.ts';
import type { Fresh } from './fresh.ts';
import { leafOf } from './located.ts';
import { placeIn } from './primitives.ts';
import type { State } from './state.ts';

/** What stands at a place, to be written once more; its comments stay where they are. */
export function copied(state: State, at: Address, node: YamlNode): Fresh {
  switch (node.yaml) {
    case 'scalar':
      return { is: 'leaf', text: node.text, schema: leafOf(placeIn(state, at)?.schema ?? state.schema) };
    case 'list':
      return { is: 'list', items: node.items.map((item, index) => copied(state, [...at, index], item)) };
    case 'map':
      return {
        is: 'map',
        entries: node.entries.map(({ key, value }) => [key.text, copied(state, [...at, key.text], value)]),
      };
  }
}
