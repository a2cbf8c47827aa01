import { keyedForms, plainForm, settle } from '../../shape/forms.ts';
import type { RecordSchema, Schema } from '../../shape/schema.ts';
import type { YamlNode } from '../../yaml/node.ts';
import { unknownCells, type Spot } from './cells.ts';
import { titleOfKey, type Context } from './context.ts';
import type { Cell, FieldsPart } from './form.ts';
import { schemaOfNode } from './unshaped.ts';

/** Fields under one heading. */
export function fieldsPart(
  at: readonly unknown[],
  label: Spot['label'],
  fields: readonly Cell[],
  suffix = '',
): FieldsPart {
  return { is: 'fields', id: JSON.stringify(at) + suffix, label, fields };
}

/** What stands at a place; of what does not stand there yet, its plain form or its first. */
export function meantBy(schema: Schema, node: YamlNode | undefined): Schema {
  if (schema['x-bylaw'] === 'yaml' || schema['x-bylaw'] === 'structured')
    return node === undefined || node.yaml === 'scalar' ? schema : schemaOfNode(node);
  if (node !== undefined) return settle(schema, node);
  return schema['x-bylaw'] === 'forms' ? (plainForm(schema) ?? keyedForms(schema)[0]?.[1] ?? schema) : schema;
}

/** Where a record's child stands, or would. */
export function childSpot(
  context: Context,
  { node, at }: Pick<Spot, 'node' | 'at'>,
  record: RecordSchema,
  key: string,
): Spot | undefined {
  const own = Object.hasOwn(record.properties, key) ? record.properties[key] : undefined;
  const schema = own ?? record.additionalProperties;
  if (schema === false) return undefined;
  const under = at.findLast((step) => typeof step === 'string');
  return {
    schema,
    node: node?.yaml === 'map' ? node.entries.find((entry) => entry.key.text === key)?.value : undefined,
    at: [...at, key],
    label:
      (own === undefined ? context.named.get(key)?.label : undefined) ??
      titleOfKey(context, key, under === undefined ? undefined : String(under)),
    required: record.required.includes(key),
  };
}

/** The keys of a record that its author named. */
export function othersOf(context: Context, node: YamlNode | undefined, record: RecordSchema): readonly string[] {
  if (record.additionalProperties === false) return [];
  const written = node?.yaml === 'map' ? node.entries.map(({ key }) => key.text) : [];
  return [...new Set([...context.named.keys(), ...written])].filter((key) => !Object.hasOwn(record.properties, key));
}

/** Keys of a record that its shape does not know. */
export function unknownOf(context: Context, { node, at }: Spot, record: RecordSchema): readonly Cell[] {
  return record.additionalProperties === false ? unknownCells(context, node, Object.keys(record.properties), at) : [];
}
