import type { TSchema, TUnsafe } from 'typebox';
import type { Texts } from '../diagnostic/diagnostic.ts';
import type { TextSource } from '../expression/text-source.ts';
import type { Span } from '../source/span.ts';

/**
 * The description of a piece of a kind's YAML: JSON Schema as plain data, read by validation, decoding, the editor and
 * `schemas/`. `x-bylaw` says what a piece means beyond its JSON form; the type parameter of `Shape` is what it is decoded to.
 */
export type Schema = Leaf | TextsSchema | AnySchema | RecordSchema | ListSchema | EntriesSchema | FormsSchema;
/** What is written as one scalar. */
export type Leaf = ScalarSchema | TextSchema | IntegerSchema | TruthSchema | ChoiceSchema;

/** A schema together with the type that its decoded value has. */
export type Shape<T> = TUnsafe<T>;

interface Described {
  readonly description: string;
  readonly 'x-zh': string;
  /** Emitted once under `$defs` with this name and referred to from each place. */
  readonly 'x-shared'?: string;
}
/** Language inside a scalar, parsed when decoded; `scalar` is left to the kind. */
interface ScalarSchema extends Described {
  readonly 'x-bylaw': 'expression' | 'cell' | 'scalar';
  readonly type: readonly ['string', 'number', 'boolean'];
}
export interface TextSchema extends Described {
  readonly 'x-bylaw': 'word' | 'prose' | 'date';
  readonly type: 'string';
  readonly pattern: string;
  /** What the pattern asks for, in words. */
  readonly 'x-pattern': Texts;
  /** What the word is the name of: editors offer these names and lead to them. */
  readonly 'x-names'?: Naming | NamedThing;
}
/** Who answers for something: a post or a department; a role: also a relation or a group of people. Checked. */
export type Naming = 'answerable' | 'role';
/** What else a word can name; whether there is such a thing is checked where it is used. */
export type NamedThing =
  | 'clause'
  | 'decision'
  | 'department'
  | 'fact'
  | 'gap'
  | 'interpretation'
  | 'policy'
  | 'post'
  | 'scope'
  | 'source'
  | 'step'
  | 'subject'
  | 'type'
  | 'unit'
  | 'weekday';
export interface TextsSchema extends Described {
  readonly 'x-bylaw': 'texts';
  readonly type: 'object';
  readonly properties: { readonly en: TextSchema; readonly zh: TextSchema };
  readonly required: readonly string[];
  readonly additionalProperties: false;
}
interface IntegerSchema extends Described {
  readonly 'x-bylaw': 'integer';
  readonly type: 'integer';
  readonly minimum?: number;
}
interface TruthSchema extends Described {
  readonly 'x-bylaw': 'truth';
  readonly type: 'boolean';
}
interface ChoiceSchema extends Described {
  readonly 'x-bylaw': 'choice';
  readonly enum: readonly string[];
}
/** `structured`: an expression that may also be written as YAML lists and maps; `yaml`: left as it is. */
interface AnySchema extends Described {
  readonly 'x-bylaw': 'structured' | 'yaml';
  readonly type: readonly ['string', 'number', 'boolean', 'array', 'object'];
}
export interface RecordSchema extends Described {
  readonly 'x-bylaw': 'record';
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  /** What stands under keys that the record does not name; `false` where there are none. */
  readonly additionalProperties: Schema | false;
}
interface PlainList {
  readonly type: 'array';
  readonly items: Schema;
  readonly minItems?: number;
}
export interface ListSchema extends Described {
  readonly 'x-bylaw': 'list';
  readonly type?: 'array';
  readonly items?: Schema;
  readonly minItems?: number;
  /** A single item may stand in place of a list of one. */
  readonly if?: { readonly type: 'array' };
  readonly then?: PlainList;
  readonly else?: Schema;
}
export interface EntriesSchema extends Described {
  readonly 'x-bylaw': 'entries';
  readonly type: 'object';
  readonly patternProperties: Readonly<Record<string, Schema>>;
  readonly additionalProperties: false;
  readonly 'x-pattern': Texts;
  readonly minProperties?: number;
}
/**
 * One of several forms, chosen by the first key that is there. `if` chains rather than `anyOf`: whoever validates then
 * speaks only about the form that was meant.
 */
export interface FormsSchema extends Described {
  readonly 'x-bylaw': 'forms';
  readonly if: { readonly type: 'object'; readonly required: readonly [string] };
  readonly then: Schema;
  readonly else: FormsSchema | Schema | { readonly not: Record<string, never> };
}

/** A name or id and its place. */
export interface Word {
  readonly text: string;
  readonly span: Span;
  /** It must be somebody whom the scope's organization has. */
  readonly names?: Naming;
}
/** A day of the calendar and its place. */
export interface Dated {
  readonly iso: string;
  readonly span: Span;
}
/** A scalar that the kind parses itself. */
export interface Unread extends TextSource {
  readonly span: Span;
}
export interface Entry<T> {
  readonly key: Word;
  readonly value: T;
}

/** Shapes are made by the builders only, so each is one of the schemas above. */
export function schemaOf(shape: TSchema): Schema {
  return shape as Schema;
}
