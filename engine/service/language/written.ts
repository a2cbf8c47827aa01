import type { TSchema } from 'typebox';
import { head } from '../../kinds/head.ts';
import { kinds } from '../../kinds/index.ts';
import { choice, record } from '../../shape/builders.ts';
import { itemsOf, keyedForms, plainForm, settle, valuesOf } from '../../shape/forms.ts';
import { schemaOf, type Schema } from '../../shape/schema.ts';
import { shapeOfFile } from '../../program/read.ts';
import type { Sketch, SketchMap, SketchScalar } from './sketch.ts';

/** One text of a file together with what its place asks for. */
export interface Written {
  readonly scalar: SketchScalar;
  readonly role: 'key' | 'value';
  /** Of a value what it should be, of a key what stands under it; undefined where the shape knows nothing of it. */
  readonly schema: Schema | undefined;
  /** All forms that the place allows while nothing tells which one is meant. */
  readonly allowed: readonly Schema[];
  /** The maps and lists around it, from the outermost on, and the keys that lead down; items are their numbers. */
  readonly path: readonly (string | number)[];
  /** The map that a key stands in. */
  readonly map: SketchMap | undefined;
}

const kindOfPolicy = choice(
  { en: 'Which shape the file has.', zh: '文件的类型。' },
  ...kinds.map(({ name }) => name),
  'vocabulary',
  'register',
);
/** A file that does not say yet what it is: most are policies. */
const anyFile: TSchema = record(
  { en: 'A file of the handbook.', zh: '手册的一个文件。' },
  { kind: kindOfPolicy, ...head },
);

/** What a file is to look like by its first keys. */
function shapeOf(root: Sketch): Schema {
  return schemaOf((root.yaml === 'map' ? shapeOfFile(root) : undefined) ?? anyFile);
}

/** All texts of a file in their order: keys, values and items, each with its schema. */
export function writtenIn(root: Sketch | undefined): readonly Written[] {
  const found: Written[] = [];
  if (root !== undefined) visit(root, shapeOf(root), []);
  return found;

  function visit(node: Sketch, asked: Schema | undefined, path: readonly (string | number)[]): void {
    const schema = asked === undefined ? undefined : settle(asked, node);
    const allowed = asked === undefined ? [] : formsOf(asked);
    switch (node.yaml) {
      case 'scalar':
        found.push({ scalar: node, role: 'value', schema, allowed, path, map: undefined });
        return;
      case 'list': {
        const item = schema?.['x-bylaw'] === 'list' ? itemsOf(schema).item : inside(schema);
        node.items.forEach((one, index) => {
          visit(one, item, [...path, index]);
        });
        return;
      }
      case 'map':
        for (const { key, value } of node.entries) {
          const under = schema === undefined ? undefined : underKey(schema, key.text);
          found.push({ scalar: key, role: 'key', schema: under, allowed: mapsOf(asked, node), path, map: node });
          if (value !== undefined) visit(value, under, [...path, key.text]);
        }
    }
  }
}

/** What stands under a key of a map with this schema. */
function underKey(schema: Schema, key: string): Schema | undefined {
  switch (schema['x-bylaw']) {
    case 'record':
      return (Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined) ?? others(schema);
    case 'texts':
      return key === 'en' || key === 'zh' ? schema.properties[key] : undefined;
    case 'entries':
      return valuesOf(schema).value;
    default:
      return inside(schema);
  }
}

const others = ({ additionalProperties }: Extract<Schema, { 'x-bylaw': 'record' }>): Schema | undefined =>
  additionalProperties === false ? undefined : additionalProperties;

/** Lists and maps of a value that is any YAML are made of such values. */
function inside(schema: Schema | undefined): Schema | undefined {
  return schema?.['x-bylaw'] === 'structured' || schema?.['x-bylaw'] === 'yaml' ? schema : undefined;
}

/** The forms of a place, each by itself; a list that may be left out counts as its item too. */
export function formsOf(schema: Schema): readonly Schema[] {
  if (schema['x-bylaw'] === 'forms') {
    const plain = plainForm(schema);
    return [...(plain === undefined ? [] : formsOf(plain)), ...keyedForms(schema).flatMap(([, form]) => formsOf(form))];
  }
  if (schema['x-bylaw'] !== 'list') return [schema];
  const { item, orOne } = itemsOf(schema);
  return orOne ? [...formsOf(item), schema] : [schema];
}

/** What a map may be: the form that its keys tell, or any of them while they tell none. */
function mapsOf(asked: Schema | undefined, node: SketchMap): readonly Schema[] {
  if (asked === undefined) return [];
  if (asked['x-bylaw'] === 'list') return itemsOf(asked).orOne ? mapsOf(itemsOf(asked).item, node) : [];
  if (asked['x-bylaw'] !== 'forms') return [asked];
  const told = keyedForms(asked).find(([key]) => node.entries.some((entry) => entry.key.text === key));
  return (told === undefined ? formsOf(asked) : formsOf(told[1])).filter((form) => form['x-bylaw'] !== 'list');
}
