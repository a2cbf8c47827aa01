import type { Type } from '../../ir/type.ts';
import { fits } from '../../ir/type.ts';
import { weekdays } from '../../ir/weekday.ts';
import type { Place } from './complete-keys.ts';
import { conventions, namesFor, offer, people, unitsOf, type Offer } from './complete-names.ts';
import type { CompletionSort } from './completion.ts';
import type { Context } from './context.ts';
import { typeBehind, typeOfPlace, typeOfThing } from './expected-type.ts';
import { joiningWords, specialForms, valueWords, type LanguageWord } from './language-words.ts';
import { definitionsIn } from './own-names.ts';
import { elementsIn, fieldsOf } from './elements.ts';
import type { Thing } from './things.ts';
import { wordsIn, type ExpressionWord } from './token-words.ts';

/** The name that is being typed at the end of a text. */
const typedName = /[\p{L}_][\p{L}\p{N}_]*(?:[.-][\p{L}\p{N}_]*)*$/u;

/** What can stand at the cursor in an expression, and how much of the text before it belongs to the word that is typed. */
export function expressionOffers(
  place: Place,
  context: Context,
): { readonly typed: string; readonly offers: readonly Offer[] } {
  const { cursor, at, path } = place;
  const typed = typedName.exec(cursor.before)?.[0] ?? '';
  const text = cursor.before.slice(0, cursor.before.length - typed.length);
  const { offsets: _offsets, ...scalar } = at.scalar;
  const words = wordsIn({ ...scalar, text }, path);
  const last = words.at(-1);
  if (last?.is === 'text' && !isClosed(last.text)) return { typed, offers: [] };
  if (last?.is === 'number' && /\d$/.test(last.text))
    return { typed, offers: [...unitsOf(context), ...joining(1_000)] };
  if (endsValue(last)) return { typed, offers: joining(0) };
  const expected = typeBehind(words, typeOfPlace(at, cursor.root, context), context);
  return { typed, offers: valueOffers(place, words, typed, expected, context) };
}

const isClosed = (text: string): boolean => text.length > 1 && text.endsWith(text[0] ?? '');

const endsValue = (word: ExpressionWord | undefined): boolean =>
  word !== undefined &&
  (['name', 'unit', 'number', 'text', 'date', 'field'].includes(word.is) ||
    (word.is === 'bracket' && /[)\]}]/.test(word.text)) ||
    (word.is === 'keyword' && /known$|^(?:true|false|none)$/.test(word.text)));

const joining = (rank: number): readonly Offer[] => joiningWords.map((one) => wordOffer(one, rank));

const wordOffer = ({ label, title, insert }: LanguageWord, rank: number): Offer => ({
  label,
  sort: 'word',
  title,
  rank,
  ...(insert === undefined ? {} : { insert }),
});

function valueOffers(
  { cursor }: Place,
  words: readonly ExpressionWord[],
  typed: string,
  expected: Type | undefined,
  context: Context,
): readonly Offer[] {
  const { things } = context;
  const opens = callOpenedBy(words);
  if (opens === 'reading') return [...namesFor('interpretation', context, cursor), ...conventions(context)];
  if (opens === 'undetermined') return namesFor('gap', context, cursor);
  const elements = elementsIn([...words, ...wordsBehind(cursor.behind)], cursor.root, context);
  const dot = typed.lastIndexOf('.');
  const fields = dot === -1 ? [] : fieldsOf(typed.slice(0, dot), elements, context);
  if (fields.length > 0) return fields;
  const near = (thing: Thing): number => nearness(typeOfThing(thing), expected);
  const all = (sort: 'fact' | 'parameter', rank: number): readonly Offer[] =>
    [...things[sort]().values()].map((thing) => offer(thing, sort, context, rank + near(thing)));
  return [
    ...membersOf(expected, context),
    ...[...elements].map(([label, type]): Offer => ({ label, sort: 'local', rank: 10 + nearness(type, expected) })),
    ...own(context, cursor.root, expected),
    ...all('fact', 100),
    ...all('parameter', 200),
    ...[...things.decision().values()]
      .filter((thing) => thing.sort === 'decision' && thing.policy !== context.policy)
      .map((thing) => offer(thing, 'decision', context, 300 + near(thing))),
    ...[...things.function().values()].map((thing): Offer => ({
      ...offer(thing, 'function', context, 600),
      insert: `${thing.name}($0)`,
      ...(thing.sort === 'function' ? { title: thing.doc } : {}),
    })),
    ...specialForms.map((form): Offer => ({
      ...wordOffer(form, 700),
      sort: 'function',
      detail: { en: form.signature, zh: form.signature },
    })),
    ...valueWords.map((one) => wordOffer(one, 800)),
  ];
}

/** The words behind the cursor bind names too: `sum of | for o in orders`. */
const wordsBehind = (text: string): readonly ExpressionWord[] =>
  wordsIn({ yaml: 'scalar', style: 'plain', text, start: 0, end: text.length, textStart: 0 }, '');

/** `reading(` and nothing behind it. */
function callOpenedBy(words: readonly ExpressionWord[]): string | undefined {
  const [call, bracket] = words.slice(-2);
  return call?.is === 'call' && bracket?.text === '(' ? call.text : undefined;
}

/** A value of the wanted type stands before others. */
const nearness = (type: Type | undefined, expected: Type | undefined): number =>
  expected === undefined || (type !== undefined && type.is !== 'unknown' && fits(type, expected)) ? 0 : 50;

function membersOf(expected: Type | undefined, context: Context): readonly Offer[] {
  switch (expected?.is) {
    case 'enumeration': {
      if (expected.name === 'weekday') return weekdays.map((label): Offer => ({ label, sort: 'member', rank: 0 }));
      const all = [...context.things.member().values()];
      return all
        .filter((thing) => thing.sort === 'member' && thing.enumeration === expected.name)
        .map((thing) => offer(thing, 'member', context));
    }
    case 'boolean':
      return [truth('true'), truth('false')];
    case 'post':
      return people(context, 'post');
    default:
      return [];
  }
}

/** Values without names: what facts, parameters and expectations are given as. */
export function literalOffers({ at, cursor }: Place, context: Context): readonly Offer[] {
  return membersOf(typeOfPlace(at, cursor.root, context), context);
}

const truth = (label: string): Offer => ({ label, sort: 'value', rank: 0 });

/** Local definitions as they are written now, and the policy's own decisions by their short names. */
function own(context: Context, root: Place['cursor']['root'], expected: Type | undefined): readonly Offer[] {
  const { things, policy } = context;
  const shown = (label: string, sort: CompletionSort, thing: Thing | undefined, rank: number): Offer =>
    thing === undefined
      ? { label, sort, rank }
      : offer(thing, sort, context, rank + nearness(typeOfThing(thing), expected), label);
  const defined = definitionsIn(root).map(({ name, title }) => ({
    ...shown(name, 'local', things.definition().get(`${policy}:${name}`), 20),
    ...(title === undefined ? {} : { title }),
  }));
  const decided = [...things.decision().values()].filter(
    (thing) => thing.sort === 'decision' && thing.policy === policy,
  );
  return [...defined, ...decided.map((thing) => shown(thing.name.slice(policy.length + 1), 'decision', thing, 30))];
}
