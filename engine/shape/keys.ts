import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import { suggest } from '../diagnostic/suggest.ts';
import type { Span } from '../source/span.ts';
import type { YamlMap, YamlScalar } from '../yaml/node.ts';
import { placeholder, toDo } from './expected.ts';
import { itemsOf, keyedForms, settle } from './forms.ts';
import { insertKey } from './insert-key.ts';
import { shapeMessages } from './messages.ts';
import { docOf, mismatch, replacement } from './mismatch.ts';
import type { RecordSchema, Schema, TextsSchema } from './schema.ts';

/** Says that a map has a key which its schema does not know. */
export function unknownKey(schema: Schema, map: YamlMap, name: string): Diagnostic {
  const settled = settle(schema, map);
  const key = keyOf(map, name);
  if (settled['x-bylaw'] === 'entries')
    return shapeMessages.pattern({ text: name, says: settled['x-pattern'] }, key.span);
  const chosen = otherForm(schema, map, name);
  if (chosen !== undefined) return shapeMessages['two-forms']({ key: name, other: chosen }, key.span);
  const absent = absentKeys(settled, map);
  const near = suggest(name, absent);
  return shapeMessages['unknown-key']({ key: name, near, keys: absent }, key.span, {
    fixes: near.map((known) => replacement(key.span, known)),
  });
}

/** The form that was chosen, when the key would have told another one. */
function otherForm(schema: Schema, map: YamlMap, name: string): string | undefined {
  const forms = schema['x-bylaw'] === 'list' ? itemsOf(schema).item : schema;
  if (forms['x-bylaw'] !== 'forms') return undefined;
  const [chosen, ...others] = keyedForms(forms)
    .map(([form]) => form)
    .filter((form) => has(map, form));
  return others.includes(name) ? chosen : undefined;
}

/** Says that a map lacks a key, unless the key is there misspelt: then that is what is said. */
export function missingKey(
  schema: Schema,
  map: YamlMap,
  name: string,
  named: Span,
  text: string,
): Diagnostic | undefined {
  const settled = settle(schema, map);
  if (settled['x-bylaw'] !== 'record' && settled['x-bylaw'] !== 'texts') return mismatch(schema, map, named);
  if (misspelt(settled, map).includes(name)) return undefined;
  const under: Schema | undefined = propertiesOf(settled)[name];
  if (under === undefined)
    throw new Error(`The validator misses "${name}", which its schema does not know: run npm run schemas.`);
  const order = Object.keys(settled.properties);
  const other = settled['x-bylaw'] === 'texts' ? otherLanguage(map, name, text) : undefined;
  if (other !== undefined) {
    const fix = { title: sameText[name === 'zh' ? 'zh' : 'en'], edits: [insertKey(text, map, order, name, other)] };
    return shapeMessages['missing-language']({ language: name }, named, { fixes: [fix] });
  }
  const fix = {
    title: asksToChoose(under)
      ? { en: `Add "${name}" (choose one)`, zh: `补上“${name}”（请选其一）` }
      : { en: `Add "${name}"`, zh: `补上“${name}”` },
    edits: [insertKey(text, map, order, name, placeholder(under))],
  };
  return settled['x-bylaw'] === 'texts'
    ? shapeMessages['missing-language']({ language: name }, named, { fixes: [fix] })
    : shapeMessages['missing-key']({ key: name, doc: docOf(under) }, named, { fixes: [fix] });
}

const sameText: Readonly<Record<'en' | 'zh', Texts>> = {
  en: { en: 'Use the Chinese text for "en" too', zh: '“en”也用中文文本' },
  zh: { en: 'Use the English text for "zh" too', zh: '“zh”也用英文文本' },
};

/** The text of the other language as YAML: as its author wrote it where that is one line. */
function otherLanguage(map: YamlMap, name: string, text: string): string | undefined {
  const other = map.entries.find(({ key }) => key.text !== name && (key.text === 'en' || key.text === 'zh'))?.value;
  if (other?.yaml !== 'scalar' || other.text.trim() === '' || other.text === toDo) return undefined;
  const written = text.slice(other.span.start, other.span.end);
  return written.includes('\n') ? JSON.stringify(other.text) : written;
}

/** What is written then lists the choices: it is an error until one of them is left. */
const asksToChoose = (schema: Schema): boolean =>
  schema['x-bylaw'] === 'truth' || (schema['x-bylaw'] === 'choice' && schema.enum.length > 1);

type Keyed = RecordSchema | TextsSchema;
const propertiesOf = (schema: Keyed): Readonly<Record<string, Schema>> => schema.properties;

/** The absent keys that unknown keys were probably meant to be. */
function misspelt(schema: Keyed, map: YamlMap): readonly string[] {
  if (schema.additionalProperties !== false) return [];
  const absent = absentKeys(schema, map);
  const unknown = map.entries.filter(({ key }) => !Object.hasOwn(schema.properties, key.text));
  return unknown.flatMap(({ key }) => suggest(key.text, absent).slice(0, 1));
}

function absentKeys(schema: Schema, map: YamlMap): readonly string[] {
  if (schema['x-bylaw'] !== 'record' && schema['x-bylaw'] !== 'texts') return [];
  return Object.keys(schema.properties).filter((key) => !has(map, key));
}

const has = (map: YamlMap, name: string): boolean => map.entries.some(({ key }) => key.text === name);

function keyOf(map: YamlMap, name: string): YamlScalar {
  const entry = map.entries.find(({ key }) => key.text === name);
  if (entry === undefined) throw new Error(`The validator speaks of the key "${name}", which is not there.`);
  return entry.key;
}
