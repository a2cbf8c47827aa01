import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest } from '../diagnostic/suggest.ts';
import type { Cell } from '../expression/ast.ts';
import { weekday } from '../ir/weekday.ts';
import type { Type } from '../ir/type.ts';
import { unknown } from '../ir/type.ts';
import type { FieldEntry, TypeDeclaration } from '../kinds/declared.ts';
import type { Entry, Word } from '../shape/schema.ts';
import { durationWords } from '../value/duration-words.ts';
import { handbookMessages } from './messages.ts';

/** What naming a type needs to know. */
export interface TypeWords {
  readonly currency: string;
  readonly enumerations: ReadonlyMap<string, readonly string[]>;
  unit(form: string): string | undefined;
  /** The type of another fact, for fields that are typed like it. */
  factType(name: Word): Type;
  report(diagnostic: Diagnostic): void;
}

const simple = [
  'number',
  'percent',
  'money',
  'quantity',
  'date',
  'time',
  'date-time',
  'duration',
  'text',
  'boolean',
  'list',
  'post',
];

/** A type by its word alone: of a decision, a measure, a key. */
export function typeNamed(word: Word, words: TypeWords, scope = ''): Type {
  return declaredType({ span: word.span, type: word }, undefined, words, scope);
}

/** The type of a fact, a field or a parameter. `scope` is whose posts a post is one of; empty for facts, which any scope may read. */
export function declaredType(
  written: TypeDeclaration,
  fields: readonly Entry<FieldEntry>[] | undefined,
  words: TypeWords,
  scope: string,
): Type {
  const name = written.type.text;
  switch (name) {
    case 'number':
    case 'percent':
    case 'date':
    case 'time':
    case 'date-time':
    case 'text':
    case 'boolean':
      return { is: name };
    case 'money':
      return { is: 'money', currency: words.currency };
    case 'quantity':
      return quantityType(written, words);
    case 'duration':
      return durationType(written, words);
    case 'post':
      return { is: 'post', scope };
    case 'list':
      return { is: 'list', of: elementType(written, fields, words, scope) };
    default:
      return enumerationType(written.type, words);
  }
}

function quantityType(written: TypeDeclaration, words: TypeWords): Type {
  const unit = written.unit === undefined ? undefined : words.unit(written.unit.text);
  if (unit !== undefined) return { is: 'quantity', unit };
  words.report(handbookMessages['needs-unit']({ type: 'quantity' }, (written.unit ?? written.type).span));
  return unknown;
}

function durationType(written: TypeDeclaration, words: TypeWords): Type {
  const form = written.unit?.text ?? unitOfRange(written.range);
  const family = form === undefined ? undefined : durationWords.get(form)?.family;
  if (family !== undefined) return { is: 'duration', family };
  words.report(handbookMessages['needs-unit']({ type: 'duration' }, (written.unit ?? written.type).span));
  return unknown;
}

/** `[1 day .. 60 days]` tells the unit as well as `unit:` would. */
function unitOfRange(range: Cell | undefined): string | undefined {
  const at = range?.cell === 'interval' ? (range.low ?? range.high)?.at : undefined;
  return at?.syntax === 'amount' ? at.unit : undefined;
}

function elementType(
  written: TypeDeclaration,
  fields: readonly Entry<FieldEntry>[] | undefined,
  words: TypeWords,
  scope: string,
): Type {
  if (fields !== undefined) {
    const types = fields.map(({ key, value }) => [key.text, fieldType(value, words)] as const);
    return { is: 'record', fields: Object.fromEntries(types) };
  }
  const of = written.of;
  if (of === undefined) {
    words.report(handbookMessages['needs-unit']({ type: 'list (of:)' }, written.type.span));
    return unknown;
  }
  return declaredType(
    { span: of.span, type: of, ...(written.unit === undefined ? {} : { unit: written.unit }) },
    undefined,
    words,
    scope,
  );
}

export function fieldType(field: FieldEntry, words: TypeWords): Type {
  return field.form === 'plain' ? words.factType(field.value) : declaredType(field.value, undefined, words, '');
}

function enumerationType(word: Word, words: TypeWords): Type {
  if (word.text === 'weekday') return weekday;
  if (words.enumerations.has(word.text)) return { is: 'enumeration', name: word.text };
  const near = suggest(word.text, [...simple, ...words.enumerations.keys()]);
  const fixes = near.map((name) => ({
    title: { en: `Write ${name}`, zh: `改为 ${name}` },
    edits: [{ span: word.span, text: name }],
  }));
  words.report(handbookMessages['unknown-type']({ name: word.text, near }, word.span, { fixes }));
  return unknown;
}
