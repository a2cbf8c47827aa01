import { typeWords } from '../../ir/type-words.ts';
import type { Type } from '../../ir/type.ts';
import type { Offer } from './complete-names.ts';
import type { Context } from './context.ts';
import { textUnder } from './cursor.ts';
import { typeOfName } from './expected-type.ts';
import type { Sketch } from './sketch.ts';
import type { ExpressionWord } from './token-words.ts';

/** The names that an expression binds (`for o in orders`) and that its policy's `each` binds, with their types. */
export function elementsIn(
  words: readonly ExpressionWord[],
  root: Sketch | undefined,
  context: Context,
): ReadonlyMap<string, Type | undefined> {
  const found = new Map<string, Type | undefined>();
  const each = /^\s*(\S+)\s+in\s+(\S+)\s*$/.exec(textUnder(root, 'each')?.text ?? '');
  if (each?.[1] !== undefined) found.set(each[1], elementOf(each[2], found, context));
  words.forEach(({ is, text }, index) => {
    const list = words[index + 1]?.text === 'in' ? words[index + 2]?.text : undefined;
    if (is === 'bound') found.set(text, elementOf(list, found, context));
  });
  return found;
}

function elementOf(
  list: string | undefined,
  known: ReadonlyMap<string, Type | undefined>,
  context: Context,
): Type | undefined {
  if (list === undefined) return undefined;
  const type = typeOfName(list, context) ?? fieldType(list, known);
  return type?.is === 'list' ? type.of : undefined;
}

function fieldType(name: string, known: ReadonlyMap<string, Type | undefined>): Type | undefined {
  const dot = name.lastIndexOf('.');
  const of = dot === -1 ? undefined : known.get(name.slice(0, dot));
  return of?.is === 'record' ? of.fields[name.slice(dot + 1)] : undefined;
}

/** The fields behind `name.`, where the name is a record's. */
export function fieldsOf(
  name: string,
  elements: ReadonlyMap<string, Type | undefined>,
  context: Context,
): readonly Offer[] {
  const type = elements.get(name) ?? typeOfName(name, context);
  if (type?.is !== 'record') return [];
  return Object.entries(type.fields).map(([field, of], rank) => ({
    label: `${name}.${field}`,
    sort: 'local',
    detail: typeWords(of),
    rank,
  }));
}
