import { remembered } from '../source/remembered.ts';
import type { EntriesSchema, FormsSchema, ListSchema, Schema } from './schema.ts';

/** As much of a node as tells which form was meant, so that a text which is being typed can ask too. */
interface Written {
  readonly yaml: 'scalar' | 'list' | 'map';
  readonly entries?: readonly { readonly key: { readonly text: string } }[];
}

/** The form that a node was meant to have; without `schema` it has none of them. */
interface Meant {
  readonly form: string;
  readonly schema?: Schema;
}

/** Chooses like the emitted JSON Schema does: the first key that is there decides. */
export function meantForm(forms: FormsSchema, node: Written): Meant {
  const keyed = keyedForms(forms).find(([key]) => hasKey(node, key));
  if (keyed !== undefined) return { form: keyed[0], schema: keyed[1] };
  const schema = plainForm(forms);
  return { form: 'plain', ...(schema === undefined ? {} : { schema }) };
}

/** The key of each form and its schema, in the order in which they are tried. */
export function keyedForms(forms: FormsSchema): readonly (readonly [key: string, schema: Schema])[] {
  const rest = forms.else;
  const own = [forms.if.required[0], forms.then] as const;
  return 'x-bylaw' in rest && rest['x-bylaw'] === 'forms' ? [own, ...keyedForms(rest)] : [own];
}

/** The form of all that has none of the keys, if there is one. */
export function plainForm(forms: FormsSchema): Schema | undefined {
  const rest = forms.else;
  if (!('x-bylaw' in rest)) return undefined;
  return rest['x-bylaw'] === 'forms' ? plainForm(rest) : rest;
}

/** What an item of a list is, and whether one may stand alone. */
export function itemsOf(list: ListSchema): {
  readonly item: Schema;
  readonly orOne: boolean;
  readonly atLeast: number;
} {
  const array = list.then ?? list;
  if (array.items === undefined) throw new Error('A list says what its items are.');
  return { item: array.items, orOne: list.else !== undefined, atLeast: array.minItems ?? 0 };
}

/** What stands under the keys that the author names, and what these look like. */
export const valuesOf: (entries: EntriesSchema) => { readonly pattern: RegExp; readonly value: Schema } = remembered(
  ({ patternProperties }: EntriesSchema) => {
    const [pair] = Object.entries(patternProperties);
    if (pair === undefined) throw new Error('Free keys have a pattern.');
    return { pattern: new RegExp(pair[0], 'u'), value: pair[1] };
  },
);

/** The schema that speaks about this node: the form that was meant, the item that stands alone. */
export function settle(schema: Schema, node: Written): Schema {
  if (schema['x-bylaw'] === 'forms') {
    const meant = meantForm(schema, node).schema;
    return meant === undefined ? schema : settle(meant, node);
  }
  if (schema['x-bylaw'] === 'list' && node.yaml !== 'list') {
    const { item, orOne } = itemsOf(schema);
    return orOne ? settle(item, node) : schema;
  }
  return schema;
}

function hasKey(node: Written, key: string): boolean {
  return node.entries?.some((entry) => entry.key.text === key) === true;
}
