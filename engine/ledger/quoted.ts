import type { Span } from '../source/span.ts';
import type { YamlNode } from '../yaml/node.ts';
import { aside } from './carried.ts';

/**
 * Where a part of a policy says a text: as a whole value, key or id. A piece of a value is not enough, since
 * `month-end(day)` also stands in `month-end(day) + 5 days`.
 */
export function placeOf(text: string, node: YamlNode): Span | undefined {
  switch (node.yaml) {
    case 'scalar':
      return inOneLine(node.text) === inOneLine(text) ? node.span : undefined;
    case 'list':
      return firstPlace(text, node.items);
    case 'map':
      return firstPlace(
        text,
        node.entries.flatMap(({ key, value }) => {
          if (key.text === 'id') return [value];
          return aside.has(key.text) ? [] : [key, value];
        }),
      );
  }
}

function firstPlace(text: string, nodes: readonly YamlNode[]): Span | undefined {
  for (const node of nodes) {
    const found = placeOf(text, node);
    if (found !== undefined) return found;
  }
  return undefined;
}

const inOneLine = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ');
