import { itemsOf, meantForm, plainForm, settle, valuesOf } from '../../shape/forms.ts';
import type { RecordSchema, Schema } from '../../shape/schema.ts';
import type { YamlNode } from '../../yaml/node.ts';
import type { Address } from './form.ts';
import { isFlow } from './collection.ts';
import { schemaOfNode } from './unshaped.ts';

/** A place of a file: what stands there, if anything does, and what may. */
export interface Located {
  readonly at: Address;
  readonly schema: Schema;
  readonly node: YamlNode | undefined;
  /** Whether it stands between brackets. */
  readonly between: boolean;
  /** Whether it cannot be left out. */
  readonly required: boolean;
  readonly parent?: Located;
}

/** The place at an address; undefined where the file's shape knows no such place. */
export function locate(text: string, root: YamlNode, schema: Schema, at: Address): Located | undefined {
  const start: Located = { at: [], schema, node: root, between: false, required: true };
  return at.reduce<Located | undefined>((place, step) => place && child(text, place, step), start);
}

function child(text: string, parent: Located, step: string | number): Located | undefined {
  const schema = settledAt(parent, step);
  if (schema === undefined) return undefined;
  const node = childNode(parent.node, step);
  const between = parent.between || (parent.node !== undefined && isFlow(text, parent.node));
  return { at: [...parent.at, step], ...schema, node, between, parent };
}

function childNode(node: YamlNode | undefined, step: string | number): YamlNode | undefined {
  if (node?.yaml === 'list' && typeof step === 'number') return node.items[step];
  return node?.yaml === 'map' ? node.entries.find(({ key }) => key.text === step)?.value : undefined;
}

function settledAt(
  { schema, node }: Located,
  step: string | number,
): { readonly schema: Schema; readonly required: boolean } | undefined {
  const settled = settledFor(schema, node, step);
  switch (settled?.['x-bylaw']) {
    case 'record': {
      const own = Object.hasOwn(settled.properties, step) ? settled.properties[step] : undefined;
      if (own !== undefined) return { schema: own, required: settled.required.includes(String(step)) };
      return settled.additionalProperties === false
        ? undefined
        : { schema: settled.additionalProperties, required: false };
    }
    case 'texts':
      return step === 'en' || step === 'zh' ? { schema: settled.properties[step], required: true } : undefined;
    case 'entries':
      return { schema: valuesOf(settled).value, required: true };
    case 'list':
      return { schema: itemsOf(settled).item, required: true };
    default:
      return undefined;
  }
}

/** The schema whose children are meant; where nothing stands yet, the first form that has such a child. */
export function settledFor(schema: Schema, node: YamlNode | undefined, step: string | number): Schema | undefined {
  if (schema['x-bylaw'] === 'yaml' || schema['x-bylaw'] === 'structured')
    return node === undefined ? undefined : schemaOfNode(node);
  if (node !== undefined) return settle(schema, node);
  if (schema['x-bylaw'] !== 'forms') return schema;
  const probe = { yaml: 'map', entries: [], span: { file: '', start: 0, end: 0 } } as const;
  const plain = meantForm(schema, probe).schema;
  if (plain?.['x-bylaw'] === 'record' && Object.hasOwn(plain.properties, step)) return plain;
  return plain?.['x-bylaw'] === 'list' || plain?.['x-bylaw'] === 'texts' ? plain : undefined;
}

/** The order in which a record's keys are written. */
export function orderOf(record: RecordSchema, others: readonly string[]): readonly string[] {
  return record.additionalProperties === false
    ? Object.keys(record.properties)
    : [...others, ...Object.keys(record.properties)];
}

/** What a scalar that stands at a place is read as. */
export function leafOf(schema: Schema): Schema {
  switch (schema['x-bylaw']) {
    case 'forms': {
      const plain = plainForm(schema);
      return plain === undefined ? schema : leafOf(plain);
    }
    case 'list':
      return leafOf(itemsOf(schema).item);
    default:
      return schema;
  }
}

/** The form that a place has, or would have; a word that may stand for a list of one is a list. */
export function formAt(schema: Schema, node: YamlNode | undefined): Schema {
  if (schema['x-bylaw'] === 'forms')
    return (node === undefined ? plainForm(schema) : meantForm(schema, node).schema) ?? schema;
  if (schema['x-bylaw'] !== 'yaml' && schema['x-bylaw'] !== 'structured') return schema;
  return node === undefined || node.yaml === 'scalar' ? schema : schemaOfNode(node);
}
