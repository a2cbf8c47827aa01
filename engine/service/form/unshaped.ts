import type { ListSchema, RecordSchema, Schema } from '../../shape/schema.ts';
import type { YamlNode } from '../../yaml/node.ts';

const none = { description: '', 'x-zh': '' };
const scalar: Schema = { ...none, 'x-bylaw': 'scalar', type: ['string', 'number', 'boolean'] };
const anything: Schema = {
  ...none,
  'x-bylaw': 'yaml',
  type: ['string', 'number', 'boolean', 'array', 'object'],
};

/**
 * A description of YAML whose shape the file's kind leaves open, such as the values of a case: taken from what stands there.
 * Maps of maps and lists of maps become grids, so the keys of all of them are put together.
 */
export function schemaOfNode(node: YamlNode): Schema {
  switch (node.yaml) {
    case 'scalar':
      return scalar;
    case 'list':
      return listOf(together(node.items));
    case 'map':
      return {
        ...none,
        'x-bylaw': 'entries',
        type: 'object',
        patternProperties: { '\\S': together(node.entries.map(({ value }) => value)) },
        additionalProperties: false,
        'x-pattern': { en: '', zh: '' },
      };
  }
}

/** One description for all of them; what differs too much is described one by one. */
function together(nodes: readonly YamlNode[]): Schema {
  if (nodes.every(({ yaml }) => yaml === 'scalar')) return scalar;
  if (nodes.every((node) => node.yaml === 'map')) {
    const keys = [...new Set(nodes.flatMap(({ entries }) => entries.map(({ key }) => key.text)))];
    const under = (key: string): readonly YamlNode[] =>
      nodes.flatMap(({ entries }) => entries.filter((entry) => entry.key.text === key).map(({ value }) => value));
    return recordOf(Object.fromEntries(keys.map((key) => [key, together(under(key))])));
  }
  return anything;
}

const listOf = (items: Schema): ListSchema => ({ ...none, 'x-bylaw': 'list', type: 'array', items });

const recordOf = (properties: Readonly<Record<string, Schema>>): RecordSchema => ({
  ...none,
  'x-bylaw': 'record',
  type: 'object',
  properties,
  required: [],
  additionalProperties: false,
});
