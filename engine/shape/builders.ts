import type { Static, TOptional, TSchema } from 'typebox';
import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Cell, Expr } from '../expression/ast.ts';
import type { Span } from '../source/span.ts';
import type { YamlNode } from '../yaml/node.ts';
import {
  schemaOf,
  type Dated,
  type Entry,
  type FormsSchema,
  type NamedThing,
  type Naming,
  type Schema,
  type Shape,
  type TextSchema,
  type Unread,
  type Word,
} from './schema.ts';

const scalars = ['string', 'number', 'boolean'] as const;
const anything = ['string', 'number', 'boolean', 'array', 'object'] as const;

const docOf = (doc: Texts): { description: string; 'x-zh': string } => ({ description: doc.en, 'x-zh': doc.zh });
/** TypeBox's own mark, which is no part of the schema. */
const optionalMark = '~optional';
// TypeBox says what a shape is decoded to, in types alone: its 373 modules took a tenth of a second of every start.
const shape = <T>(schema: Schema): Shape<T> => schema as unknown as Shape<T>;

/** An expression in a scalar; `structured`: lists and records may also be written as YAML lists and maps. */
export function expression(doc: Texts, options: { readonly structured?: boolean } = {}): Shape<Expr> {
  return options.structured === true
    ? shape({ ...docOf(doc), 'x-bylaw': 'structured', type: anything })
    : shape({ ...docOf(doc), 'x-bylaw': 'expression', type: scalars });
}

/** What a table cell, a tier or a range says. */
export function cell(doc: Texts): Shape<Cell> {
  return shape({ ...docOf(doc), 'x-bylaw': 'cell', type: scalars });
}

/** A scalar whose language depends on what stands elsewhere; the kind parses it. */
export function scalar(doc: Texts): Shape<Unread> {
  return shape({ ...docOf(doc), 'x-bylaw': 'scalar', type: scalars });
}

/** Any YAML, to be decoded later, when the kind knows what it should be. */
export function yaml(doc: Texts): Shape<YamlNode> {
  return shape({ ...docOf(doc), 'x-bylaw': 'yaml', type: anything });
}

/** What names must look like: a regular expression, and the same in words. */
interface Pattern {
  readonly regex: string;
  readonly says: Texts;
}
const notEmpty: Pattern = { regex: '\\S', says: { en: 'a text that is not empty', zh: '非空文本' } };

/** A name, an id, a clause: text with a place. `names` says of what; somebody must be in the scope's organization. */
export function word(
  doc: Texts,
  options: { readonly pattern?: Pattern; readonly names?: Naming | NamedThing } = {},
): Shape<Word> {
  const { pattern: { regex, says } = notEmpty, names } = options;
  return shape({
    ...docOf(doc),
    'x-bylaw': 'word',
    type: 'string',
    pattern: regex,
    'x-pattern': says,
    ...(names === undefined ? {} : { 'x-names': names }),
  });
}

/** Free text in one language. */
export function prose(doc: Texts): Shape<string> {
  return shape(proseSchema(doc));
}

const proseSchema = (doc: Texts): TextSchema => ({
  ...docOf(doc),
  'x-bylaw': 'prose',
  type: 'string',
  pattern: notEmpty.regex,
  'x-pattern': notEmpty.says,
});

/** A text in both languages. */
export function texts(doc: Texts): Shape<Texts> {
  return shape({
    ...docOf(doc),
    'x-bylaw': 'texts',
    'x-shared': 'texts',
    type: 'object',
    properties: {
      en: proseSchema({ en: 'The text in English.', zh: '英文文本。' }),
      zh: proseSchema({ en: 'The text in Chinese.', zh: '中文文本。' }),
    },
    required: ['en', 'zh'],
    additionalProperties: false,
  });
}

/** A whole number that counts something of the file itself, never an amount. */
export function integer(doc: Texts, options: { readonly minimum?: number } = {}): Shape<number> {
  return shape({ ...docOf(doc), 'x-bylaw': 'integer', type: 'integer', ...options });
}

export function truth(doc: Texts): Shape<boolean> {
  return shape({ ...docOf(doc), 'x-bylaw': 'truth', type: 'boolean' });
}

/** A day: `2027-01-04`. */
export function dateText(doc: Texts): Shape<Dated> {
  return shape({
    ...docOf(doc),
    'x-bylaw': 'date',
    type: 'string',
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    'x-pattern': { en: 'a day such as 2027-01-04', zh: '形如2027-01-04的日期' },
  });
}

/** One of these words. */
export function choice<const Words extends readonly string[]>(doc: Texts, ...words: Words): Shape<Words[number]> {
  return shape({ ...docOf(doc), 'x-bylaw': 'choice', enum: words });
}

/** A key that may be left out. */
export function optional<S extends TSchema>(of: S): TOptional<S> {
  return Object.defineProperty({ ...of }, optionalMark, { value: true }) as TOptional<S>;
}

type Properties = Readonly<Record<string, TSchema>>;
type OptionalKeys<P extends Properties> = {
  [Key in keyof P]: P[Key] extends TOptional<TSchema> ? Key : never;
}[keyof P];
/** What a record is decoded to: its keys as written, and the place that names it (its own key, or its first). */
export type RecordOf<P extends Properties> = { readonly span: Span } & {
  readonly [Key in Exclude<keyof P, OptionalKeys<P>>]: Static<P[Key]>;
} & { readonly [Key in OptionalKeys<P>]?: Static<P[Key]> };

/** A map with these keys and no others. */
export function record<P extends Properties>(doc: Texts, properties: P): Shape<RecordOf<P>> {
  return shape(recordSchema(doc, properties, false));
}

/** A map with these keys and others that the author names, all of one shape. */
export function openRecord<P extends Properties, O extends TSchema>(
  doc: Texts,
  properties: P,
  others: O,
): Shape<RecordOf<P> & { readonly others: readonly Entry<Static<O>>[] }> {
  return shape(recordSchema(doc, properties, schemaOf(others)));
}

function recordSchema(doc: Texts, properties: Properties, additionalProperties: Schema | false): Schema {
  const reserved = Object.keys(properties).find((key) => key === 'span' || key === 'others');
  if (reserved !== undefined) throw new Error(`A record of YAML cannot have the key "${reserved}".`);
  return {
    ...docOf(doc),
    'x-bylaw': 'record',
    type: 'object',
    properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, schemaOf(value)])),
    required: Object.keys(properties).filter((key) => !(optionalMark in (properties[key] ?? {}))),
    additionalProperties,
  };
}

/** A list; with `orOne` a single item may stand in place of a list of one. */
export function list<S extends TSchema>(
  doc: Texts,
  item: S,
  options: { readonly orOne?: boolean; readonly atLeast?: number } = {},
): Shape<readonly Static<S>[]> {
  const items = schemaOf(item);
  const array = {
    type: 'array' as const,
    items,
    ...(options.atLeast === undefined ? {} : { minItems: options.atLeast }),
  };
  return options.orOne === true
    ? shape({ ...docOf(doc), 'x-bylaw': 'list', if: { type: 'array' }, then: array, else: items })
    : shape({ ...docOf(doc), 'x-bylaw': 'list', ...array });
}

/** A map whose keys the author names, in order. */
export function entries<S extends TSchema>(
  doc: Texts,
  value: S,
  options: { readonly keyPattern?: Pattern; readonly atLeast?: number } = {},
): Shape<readonly Entry<Static<S>>[]> {
  const { regex, says } = options.keyPattern ?? notEmpty;
  return shape({
    ...docOf(doc),
    'x-bylaw': 'entries',
    type: 'object',
    patternProperties: { [regex]: schemaOf(value) },
    additionalProperties: false,
    'x-pattern': says,
    ...(options.atLeast === undefined ? {} : { minProperties: options.atLeast }),
  });
}

/** The form that the author chose, by the key that tells it; `plain` is the one that has no such key. */
type FormOf<Keyed extends Properties, Plain extends TSchema | undefined> =
  | {
      [Key in keyof Keyed & string]: { readonly form: Key; readonly value: Static<Keyed[Key]> };
    }[keyof Keyed & string]
  | (Plain extends TSchema ? { readonly form: 'plain'; readonly value: Static<Plain> } : never);

/**
 * One of several forms: a map that has the key of `keyed` (the first that is there decides) has that form, everything else
 * is `plain`. The key belongs to the form: each keyed shape is a record that has it.
 */
export function oneOfForms<Keyed extends Properties, Plain extends TSchema | undefined = undefined>(
  doc: Texts,
  keyed: Keyed,
  plain?: Plain,
): Shape<FormOf<Keyed, Plain>> {
  if (plain !== undefined && schemaOf(plain)['x-bylaw'] === 'forms')
    throw new Error('Forms do not nest: put them into one.');
  const chain = Object.entries(keyed).reduceRight<FormsSchema['else']>(
    (rest, [key, form]) => ({
      ...docOf(doc),
      'x-bylaw': 'forms',
      if: { type: 'object', required: [key] },
      then: schemaOf(form),
      else: rest,
    }),
    plain === undefined ? { not: {} } : schemaOf(plain),
  );
  return shape(chain as FormsSchema);
}

/** Gives a shape that stands in many places a name of its own in the emitted schema. */
export function shared<S extends TSchema>(name: string, of: S): S {
  return { ...of, 'x-shared': name };
}
