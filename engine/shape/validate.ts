import type { TSchema } from 'typebox';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { YamlNode } from '../yaml/node.ts';
import { missingKey, unknownKey } from './keys.ts';
import { settle, itemsOf, valuesOf } from './forms.ts';
import { mismatch } from './mismatch.ts';
import { placeOf } from './place.ts';
import { toPlain } from './plain.ts';
import { schemaOf, type Schema } from './schema.ts';
import type { Span } from '../source/span.ts';

/** What ajv generates ahead of time from an emitted schema (`npm run schemas`), so that nothing is compiled at run time. */
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly StructureError[] | null;
}
interface StructureError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly additionalProperty?: string; readonly missingProperty?: string };
}

/** All that is wrong with the structure of a file, in our words and at its smallest places. */
export function validate(validator: Validator, shape: TSchema, node: YamlNode, text: string): readonly Diagnostic[] {
  if (validator(toPlain(node))) return [];
  const root: Located = { schema: schemaOf(shape), node, named: placeOf(node) };
  const found = new Map<string, Diagnostic>();
  for (const error of validator.errors ?? []) {
    const diagnostic = explain(error, locate(root, error.instancePath), text);
    if (diagnostic !== undefined)
      found.set(`${diagnostic.code} ${diagnostic.span.start} ${diagnostic.message.en}`, diagnostic);
  }
  return [...found.values()].toSorted((a, b) => a.span.start - b.span.start);
}

/** A place of the file and what should stand there. */
interface Located {
  readonly schema: Schema;
  readonly node: YamlNode;
  readonly named: Span;
}

function explain(
  { keyword, params }: StructureError,
  { schema, node, named }: Located,
  text: string,
): Diagnostic | undefined {
  // Says only that the chosen form has errors, which stand beside it.
  if (keyword === 'if') return undefined;
  if (node.yaml === 'map' && keyword === 'additionalProperties')
    return unknownKey(schema, node, params.additionalProperty ?? '');
  if (node.yaml === 'map' && keyword === 'required')
    return missingKey(schema, node, params.missingProperty ?? '', named, text);
  return mismatch(schema, node, named);
}

/** Follows a JSON pointer through the file and its schema at once, always by the form that was meant. */
function locate(root: Located, pointer: string): Located {
  const segments = pointer.split('/').slice(1);
  return segments.map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~')).reduce(child, root);
}

function child({ schema, node }: Located, segment: string): Located {
  const settled = settle(schema, node);
  if (node.yaml === 'list' && settled['x-bylaw'] === 'list') {
    const item = node.items[Number(segment)];
    if (item !== undefined) return { schema: itemsOf(settled).item, node: item, named: placeOf(item) };
  }
  if (node.yaml === 'map') {
    const entry = node.entries.find(({ key }) => key.text === segment);
    const under = schemaUnder(settled, segment);
    if (entry !== undefined && under !== undefined)
      return { schema: under, node: entry.value, named: placeOf(entry.value, entry.key) };
  }
  throw new Error(`The validator speaks of "${segment}", which its schema does not know: run npm run schemas.`);
}

function schemaUnder(schema: Schema, key: string): Schema | undefined {
  switch (schema['x-bylaw']) {
    case 'record':
      if (Object.hasOwn(schema.properties, key)) return schema.properties[key];
      return schema.additionalProperties === false ? undefined : schema.additionalProperties;
    case 'texts':
      return key === 'zh' ? schema.properties.zh : schema.properties.en;
    case 'entries':
      return valuesOf(schema).value;
    default:
      return undefined;
  }
}
