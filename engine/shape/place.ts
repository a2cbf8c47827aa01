import type { Span } from '../source/span.ts';
import type { YamlNode, YamlScalar } from '../yaml/node.ts';

/** The small text that names a node: its own key, else (in a list, in a file) its first entry or key, else all of it. */
export function placeOf(node: YamlNode, key?: YamlScalar): Span {
  if (key !== undefined) return key.span;
  if (node.yaml !== 'map') return node.span;
  const [first] = node.entries;
  if (first === undefined) return node.span;
  return first.value.yaml === 'scalar' ? first.span : first.key.span;
}
