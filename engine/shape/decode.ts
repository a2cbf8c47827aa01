import type { Static, TSchema } from 'typebox';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Expr } from '../expression/ast.ts';
import { parseCell, parseExpression } from '../expression/parse.ts';
import type { TextSource } from '../expression/text-source.ts';
import { remembered } from '../source/remembered.ts';
import type { Span, TextEdit } from '../source/span.ts';
import { isDay } from '../value/calendar.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../yaml/node.ts';
import { toDo } from './expected.ts';
import { itemsOf, meantForm, valuesOf } from './forms.ts';
import { missingKey, unknownKey } from './keys.ts';
import { shapeMessages } from './messages.ts';
import { mismatch } from './mismatch.ts';
import { placeOf } from './place.ts';
import { plainScalar } from './plain.ts';
import {
  schemaOf,
  type EntriesSchema,
  type Entry,
  type Leaf,
  type Naming,
  type RecordSchema,
  type Schema,
  type TextSchema,
  type TextsSchema,
  type Unread,
  type Word,
} from './schema.ts';

interface Decoded<T> {
  /** Not there when the structure does not fit the shape; expressions that do not parse are `missing` inside it. */
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns YAML into the typed value that its shape promises. Whatever does not fit has a diagnostic here too, so that parts
 * which a kind decodes later (`yaml`) need no validator of their own. A key that is unknown leaves the rest readable.
 */
export function decode<S extends TSchema>(shape: S, node: YamlNode, text: string): Decoded<Static<S>> {
  const found: Diagnostic[] = [];
  const value = walk(schemaOf(shape), node, placeOf(node), { text, found });
  // The builders tie each schema to the type that `walk` makes of it.
  return {
    value: value === failed ? undefined : (value as Static<S>),
    diagnostics: found.toSorted((a, b) => a.span.start - b.span.start),
  };
}

interface Reading {
  readonly text: string;
  readonly found: Diagnostic[];
}

const failed = Symbol('does not fit');

function walk(schema: Schema, node: YamlNode, named: Span, reading: Reading): unknown {
  const value = fitting(schema, node, named, reading);
  if (value !== undefined) return value;
  reading.found.push(mismatch(schema, node, named));
  return failed;
}

/**
 * The value, `failed` when a part of it has a diagnostic, undefined when the node itself has the wrong form. `asked` is what
 * the place asks for, of which `schema` is the form that was meant.
 */
function fitting(schema: Schema, node: YamlNode, named: Span, reading: Reading, asked = schema): unknown {
  switch (schema['x-bylaw']) {
    case 'yaml':
      return isEmpty(node) ? undefined : node;
    case 'structured':
      return isEmpty(node) ? undefined : structured(node, reading);
    case 'texts':
    case 'record':
      return node.yaml === 'map' ? recordOf(schema, node, named, reading, asked) : undefined;
    case 'list': {
      const { item, orOne, atLeast } = itemsOf(schema);
      if (node.yaml !== 'list') {
        const single = orOne ? fitting(item, node, named, reading, asked) : undefined;
        return single === undefined ? undefined : all([single]);
      }
      if (node.items.length < atLeast) return undefined;
      return all(node.items.map((one) => walk(item, one, placeOf(one), reading)));
    }
    case 'entries':
      if (node.yaml !== 'map' || node.entries.length < (schema.minProperties ?? 0)) return undefined;
      return entriesOf(schema, node, reading);
    case 'forms': {
      const meant = meantForm(schema, node);
      const value = meant.schema === undefined ? undefined : fitting(meant.schema, node, named, reading, asked);
      return value === undefined || value === failed ? value : { form: meant.form, value };
    }
    default:
      return node.yaml === 'scalar' && !isEmpty(node) ? scalarOf(schema, node, reading) : undefined;
  }
}

function recordOf(
  schema: RecordSchema | TextsSchema,
  map: YamlMap,
  named: Span,
  reading: Reading,
  asked: Schema,
): unknown {
  const values: Record<string, unknown> = schema['x-bylaw'] === 'record' ? { span: named } : {};
  const others: Entry<unknown>[] = [];
  const properties: Readonly<Record<string, Schema>> = schema.properties;
  for (const { key, value } of map.entries) {
    const known = Object.hasOwn(properties, key.text) ? properties[key.text] : undefined;
    if (known !== undefined) values[key.text] = walk(known, value, key.span, reading);
    else if (schema.additionalProperties === false) reading.found.push(unknownKey(asked, map, key.text));
    else others.push({ key: wordOf(key), value: walk(schema.additionalProperties, value, key.span, reading) });
  }
  if (schema.additionalProperties !== false) values.others = others;
  const missing = schema.required.filter((key) => !Object.hasOwn(values, key));
  reading.found.push(...missing.flatMap((key) => missingKey(schema, map, key, named, reading.text) ?? []));
  const isWhole = missing.length === 0 && !Object.values(values).includes(failed);
  return isWhole && others.every(({ value }) => value !== failed) ? values : failed;
}

function entriesOf(schema: EntriesSchema, map: YamlMap, reading: Reading): unknown {
  const { pattern, value: under } = valuesOf(schema);
  const values = map.entries.map(({ key, value }) => {
    if (!pattern.test(key.text)) reading.found.push(unknownKey(schema, map, key.text));
    return { key: wordOf(key), value: walk(under, value, key.span, reading) };
  });
  return values.some(({ value }) => value === failed) ? failed : values;
}

function scalarOf(schema: Leaf, node: YamlScalar, reading: Reading): unknown {
  const plain = plainScalar(node);
  switch (schema['x-bylaw']) {
    case 'expression':
      return parsed(parseExpression(sourceOf(node)), node, reading).expr;
    case 'cell':
      return parsed(parseCell(sourceOf(node)), node, reading).cell;
    case 'scalar':
      return { ...sourceOf(node), span: node.span } satisfies Unread;
    case 'integer':
      return typeof plain === 'number' && plain >= (schema.minimum ?? plain) ? plain : undefined;
    case 'truth':
      return typeof plain === 'boolean' ? plain : undefined;
    case 'choice':
      return schema.enum.find((word) => word === plain);
    case 'word':
      if (!matches(schema, plain)) return undefined;
      return isPerson(schema['x-names']) ? { ...wordOf(node), names: schema['x-names'] } : wordOf(node);
    case 'prose':
      if (node.text === toDo) reading.found.push(shapeMessages['to-do']({}, node.span));
      return matches(schema, plain) ? node.text : undefined;
    case 'date':
      if (!matches(schema, plain)) return undefined;
      if (!isDay(node.text)) reading.found.push(shapeMessages['no-such-day']({ day: node.text }, node.span));
      return isDay(node.text) ? { iso: node.text, span: node.span } : failed;
  }
}

/** An expression that may be written as YAML lists and maps. */
function structured(node: YamlNode, reading: Reading): Expr {
  switch (node.yaml) {
    case 'scalar':
      return parsed(parseExpression(sourceOf(node)), node, reading).expr;
    case 'list':
      return { syntax: 'list', items: node.items.map((item) => structured(item, reading)), span: node.span };
    case 'map': {
      const fields = node.entries.map(({ key, value }) => ({
        name: key.text,
        nameSpan: key.span,
        value: structured(value, reading),
      }));
      return { syntax: 'record', fields, span: node.span };
    }
  }
}

function parsed<T extends { readonly diagnostics: readonly Diagnostic[] }>(
  result: T,
  node: YamlScalar,
  reading: Reading,
): T {
  const quotes = (edit: TextEdit): TextEdit =>
    node.plain && edit.span.start === node.span.start && edit.span.end === node.span.end && opensYaml.test(edit.text)
      ? { ...edit, text: `"${edit.text}"` }
      : edit;
  const fixed = ({ fixes, ...rest }: Diagnostic): Diagnostic => ({
    ...rest,
    fixes: fixes.map(({ title, edits }) => ({ title, edits: edits.map(quotes) })),
  });
  reading.found.push(...result.diagnostics.map(fixed));
  return result;
}

/** A mend of a whole value without quotes that YAML would read as a list, a map or a block. */
const opensYaml = /^[[({>!][^"\\]*$/;

const sourceOf = ({ span, text, offsets }: YamlScalar): TextSource => ({ file: span.file, text, offsets });
const wordOf = ({ text, span }: YamlScalar): Word => ({ text, span });
const isPerson = (names: TextSchema['x-names']): names is Naming => names === 'answerable' || names === 'role';
const isEmpty = (node: YamlNode): boolean => node.yaml === 'scalar' && plainScalar(node) === null;
const all = (values: readonly unknown[]): unknown => (values.includes(failed) ? failed : values);

function matches(schema: TextSchema, plain: unknown): boolean {
  return typeof plain === 'string' && patternOf(schema).test(plain);
}

const patternOf = remembered(({ pattern }: TextSchema) => new RegExp(pattern, 'u'));
