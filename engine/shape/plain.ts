import type { YamlNode, YamlScalar } from '../yaml/node.ts';

export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * A YAML node as JSON values, for validation only: structure is looked at, no amount is ever read from here. Only whole
 * numbers that a float holds exactly become numbers; `12.50` and `30%` stay text.
 */
export function toPlain(node: YamlNode): Plain {
  switch (node.yaml) {
    case 'scalar':
      return plainScalar(node);
    case 'list':
      return node.items.map(toPlain);
    case 'map': {
      // Without a prototype, so that a key called `constructor` is there only when it was written.
      const fields = Object.create(null) as Record<string, Plain>;
      for (const { key, value } of node.entries) fields[key.text] = toPlain(value);
      return fields;
    }
  }
}

const wholeNumber = /^-?(?:0|[1-9]\d{0,14})$/;

/** What YAML 1.2 reads a scalar as, without its floats. */
export function plainScalar({ text, plain }: Pick<YamlScalar, 'text' | 'plain'>): null | boolean | number | string {
  if (!plain) return text;
  if (text === '' || text === '~' || (text.length === 4 && /^null$/i.test(text))) return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return wholeNumber.test(text) ? Number(text) : text;
}
