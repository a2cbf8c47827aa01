import { inQuotes } from '../../format/scalar.ts';
import { itemsOf, keyedForms, plainForm, settle, valuesOf } from '../../shape/forms.ts';
import type { Schema } from '../../shape/schema.ts';
import type { YamlNode } from '../../yaml/node.ts';
import { wideCommaIn } from '../../yaml/wide-signs.ts';
import { isFlow } from './collection.ts';
import { scalarText } from './scalar-text.ts';
import type { Tree } from './tree.ts';

/** Something new for the file: what it says, and how it is written. */
export type Fresh =
  | { readonly is: 'leaf'; readonly text: string; readonly schema: Schema }
  | { readonly is: 'list'; readonly items: readonly Fresh[] }
  | { readonly is: 'map'; readonly entries: readonly (readonly [key: string, value: Fresh])[] };

/** What it says. */
export function treeOfFresh(fresh: Fresh): Tree {
  switch (fresh.is) {
    case 'leaf':
      return fresh.text;
    case 'list':
      return fresh.items.map(treeOfFresh);
    case 'map':
      return new Map(fresh.entries.map(([key, value]) => [key, treeOfFresh(value)]));
  }
}

/** Written between brackets, on one line. */
export function inFlow(fresh: Fresh): string {
  switch (fresh.is) {
    case 'leaf':
      return scalarText(fresh.text, fresh.schema, true);
    case 'list':
      return `[${fresh.items.map(inFlow).join(', ')}]`;
    case 'map':
      return fresh.entries.length === 0 ? '{}' : `{ ${fresh.entries.map(flowEntry).join(', ')} }`;
  }
}

const flowEntry = ([key, value]: readonly [string, Fresh]): string => `${keyText(key, true)}: ${inFlow(value)}`;

const keySchema: Schema = {
  description: '',
  'x-zh': '',
  'x-bylaw': 'word',
  type: 'string',
  pattern: '',
  'x-pattern': { en: '', zh: '' },
};

/** A key as YAML has it. Between braces a wide comma in it looks like the end of the entry before. */
export const keyText = (key: string, between: boolean): string =>
  between && wideCommaIn(key) !== -1 ? inQuotes(key) : scalarText(key, keySchema, between);

/** An entry of a block. `like`: as its neighbours, a map is written between brackets on the same line. */
export function blockEntry(key: string, value: Fresh, column: number, newline: string, like: boolean): string {
  const name = `${keyText(key, false)}:`;
  if (value.is === 'leaf') return `${name} ${scalarText(value.text, value.schema, false)}`;
  if (like || isShort(value)) return `${name} ${inFlow(value)}`;
  const inner = column + 2;
  const indentation = newline + ' '.repeat(inner);
  return `${name}${indentation}${blockLines(value, inner, newline).join(indentation)}`;
}

/** An item of a block, with its dash. */
export function blockItem(value: Fresh, column: number, newline: string, like: boolean): string {
  if (value.is === 'leaf') return `- ${scalarText(value.text, value.schema, false)}`;
  if (like || isShort(value)) return `- ${inFlow(value)}`;
  const indentation = newline + ' '.repeat(column + 2);
  return `- ${blockLines(value, column + 2, newline).join(indentation)}`;
}

function blockLines(value: Exclude<Fresh, { is: 'leaf' }>, column: number, newline: string): readonly string[] {
  return value.is === 'map'
    ? value.entries.map(([key, inner]) => blockEntry(key, inner, column, newline, false))
    : value.items.map((inner) => blockItem(inner, column, newline, false));
}

const isLeaf = (fresh: Fresh): boolean => fresh.is === 'leaf';
const isShort = (fresh: Exclude<Fresh, { is: 'leaf' }>): boolean =>
  fresh.is === 'list'
    ? fresh.items.every(isLeaf)
    : fresh.entries.length < 3 && fresh.entries.every(([, value]) => isLeaf(value));

/** All that must not be left out, still empty; in the form that a neighbour has. */
export function skeleton(schema: Schema, like?: YamlNode): Fresh {
  const meant = like === undefined ? schema : settle(schema, like);
  switch (meant['x-bylaw']) {
    case 'texts':
      return { is: 'map', entries: (['en', 'zh'] as const).map((key) => [key, empty(meant.properties[key])]) };
    case 'record': {
      const keys = new Set(like?.yaml === 'map' ? like.entries.map(({ key }) => key.text) : []);
      const others = [...keys].filter((key) => !Object.hasOwn(meant.properties, key));
      const other = meant.additionalProperties;
      return {
        is: 'map',
        entries: [
          ...(other === false ? [] : others.map((key): [string, Fresh] => [key, empty(other)])),
          ...meant.required.map((key): [string, Fresh] => {
            const under = meant.properties[key];
            const beside =
              like?.yaml === 'map' ? like.entries.find((entry) => entry.key.text === key)?.value : undefined;
            return [key, under === undefined ? empty(meant) : skeleton(under, beside)];
          }),
        ],
      };
    }
    case 'list': {
      const { item, atLeast, orOne } = itemsOf(meant);
      const one = skeleton(item);
      return orOne ? one : { is: 'list', items: atLeast > 0 ? [one] : [] };
    }
    case 'entries':
      return { is: 'map', entries: (meant.minProperties ?? 0) > 0 ? [['new', skeleton(valuesOf(meant).value)]] : [] };
    case 'forms': {
      const plain = plainForm(meant);
      return skeleton(plain ?? keyedForms(meant)[0]?.[1] ?? meant);
    }
    default:
      return empty(meant);
  }
}

const empty = (schema: Schema): Fresh => ({ is: 'leaf', text: '', schema: plainOf(schema) });
const plainOf = (schema: Schema): Schema => (schema['x-bylaw'] === 'forms' ? (plainForm(schema) ?? schema) : schema);

/** Whether a neighbour stands between brackets on its line. */
export const isInline = (text: string, node: YamlNode | undefined): boolean =>
  node !== undefined && isFlow(text, node) && !text.slice(node.span.start, node.span.end).includes('\n');
