import type { Texts } from '../diagnostic/diagnostic.ts';
import type { YamlNode } from '../yaml/node.ts';
import { itemsOf, keyedForms, plainForm } from './forms.ts';
import type { RecordSchema, Schema } from './schema.ts';

const same = (text: string): Texts => ({ en: text, zh: text });

/** What should stand at a place, to be read after `expected`. */
export function expected(schema: Schema): Texts {
  switch (schema['x-bylaw']) {
    case 'expression':
      return { en: 'an expression', zh: '表达式' };
    case 'cell':
      return {
        en: 'a value, or an interval or set such as "[0% .. 30%)" or "{A, B}"',
        zh: '值、区间（如"[0% .. 30%)"）或集合（如"{A, B}"）',
      };
    case 'scalar':
    case 'structured':
    case 'yaml':
      return { en: 'a value', zh: '值' };
    case 'word':
    case 'date':
    case 'prose':
      return schema['x-pattern'];
    case 'texts':
      return { en: 'a text in both languages, { en: …, zh: … }', zh: '中英文文本，{ en: …, zh: … }' };
    case 'integer':
      return schema.minimum === undefined
        ? { en: 'a whole number', zh: '整数' }
        : { en: `a whole number from ${schema.minimum} on`, zh: `不小于${schema.minimum}的整数` };
    case 'truth':
      return { en: 'true or false', zh: 'true或false' };
    case 'choice':
      return schema.enum.length === 1
        ? same(`"${schema.enum.join()}"`)
        : { en: `one of ${schema.enum.join(', ')}`, zh: `${schema.enum.join('、')}之一` };
    case 'record':
      return mapWith(schema);
    case 'list': {
      const { item, orOne } = itemsOf(schema);
      if (!orOne) return { en: 'a list', zh: '列表' };
      const one = expected(item);
      return { en: `${one.en}, or a list`, zh: `${one.zh}，或列表` };
    }
    case 'entries':
      return { en: 'a map of names', zh: '以名称为键的映射' };
    case 'forms': {
      const keys = keyedForms(schema).map(([key]) => key);
      const map = { en: `a map with the key ${keys.join(' or ')}`, zh: `含${keys.join('或')}的映射` };
      const plain = plainForm(schema);
      if (plain === undefined) return map;
      const first = expected(plain);
      return { en: `${first.en}, or ${map.en}`, zh: `${first.zh}，或${map.zh}` };
    }
  }
}

function mapWith({ required, properties }: RecordSchema): Texts {
  const keys = required.length > 0 ? required : Object.keys(properties);
  return { en: `a map with ${keys.join(', ')}`, zh: `含${keys.join('、')}的映射` };
}

/** What stands there instead, to be read after `This is`. */
export function described(node: YamlNode): Texts {
  switch (node.yaml) {
    case 'list':
      return { en: 'a list', zh: '列表' };
    case 'map':
      return { en: 'a map', zh: '映射' };
    case 'scalar':
      return { en: `"${shorten(node.text)}"`, zh: `“${shorten(node.text)}”` };
  }
}

const longest = 40;
const shorten = (text: string): string => {
  const units = [...text];
  return units.length > longest ? `${units.slice(0, longest).join('')}…` : text;
};

/** What a fix writes where the author has to fill in a text. */
export const toDo = 'TODO';

/**
 * What a fix writes where the author has to fill something in: it shows the form and never passes for an answer. No check
 * accepts it; of a text for people, which can say anything, it is told that it still has to be written.
 */
export function placeholder(schema: Schema): string {
  switch (schema['x-bylaw']) {
    case 'expression':
    case 'cell':
    case 'scalar':
    case 'structured':
    case 'yaml':
    case 'word':
    case 'prose':
    case 'integer':
      return toDo;
    case 'date':
      return 'YYYY-MM-DD';
    case 'texts':
      return `{ en: ${toDo}, zh: ${toDo} }`;
    case 'truth':
      return 'true | false';
    case 'choice':
      return schema.enum.join(' | ');
    case 'record':
      return braces(schema.required.map((key) => [key, schema.properties[key]]));
    case 'list':
      return '[]';
    case 'entries':
      return '{}';
    case 'forms': {
      const plain = plainForm(schema);
      if (plain !== undefined) return placeholder(plain);
      return placeholder(schema.then);
    }
  }
}

function braces(fields: readonly (readonly [string, Schema | undefined])[]): string {
  const written = fields.map(([key, schema]) => `${key}: ${schema === undefined ? toDo : placeholder(schema)}`);
  return written.length === 0 ? '{}' : `{ ${written.join(', ')} }`;
}
