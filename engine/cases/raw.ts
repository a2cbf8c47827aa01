import type { RawFact } from '../value/facts.ts';
import type { YamlNode } from '../yaml/node.ts';

/** YAML as a caller would hand it over: scalars by their text, so that numbers and dates stay as written. */
export function rawOf(node: YamlNode): RawFact {
  switch (node.yaml) {
    case 'scalar':
      return node.plain && (node.text === '' || node.text === 'null' || node.text === '~') ? null : node.text;
    case 'list':
      return node.items.map(rawOf);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, rawOf(value)]));
  }
}
