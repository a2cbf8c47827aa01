import { weekdays } from '../../ir/weekday.ts';
import { groups, relations } from '../../kinds/people.ts';
import type { NamedThing, Naming } from '../../shape/schema.ts';
import { durationWords } from '../../value/duration-words.ts';
import type { Completion, CompletionSort } from './completion.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { describe, detailOf } from './describe.ts';
import { idsUnder, type OwnName } from './own-names.ts';
import type { Thing } from './things.ts';

/** A name to offer, without its place. */
export type Offer = Omit<Completion, 'span' | 'insert' | 'doc'> & { readonly insert?: string; readonly thing?: Thing };

/** An offer and what it takes the place of. */
export type PlacedOffer = Offer & Pick<Completion, 'span'>;

const simpleTypes = [
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

/** The names that a word may say where it must name something. */
export function namesFor(names: Naming | NamedThing, context: Context, { root }: Cursor): readonly Offer[] {
  const { things, policy, handbook } = context;
  const all = (
    sort: 'clause' | 'decision' | 'fact' | 'policy' | 'scope' | 'source' | 'subject' | 'unit',
    shown: CompletionSort,
  ): readonly Offer[] => [...things[sort]().values()].map((thing) => offer(thing, shown, context));
  switch (names) {
    case 'clause': {
      const letter = sourceOf(context);
      return all('clause', 'clause').map((one) => ({ ...one, rank: one.label.startsWith(`${letter}-`) ? 0 : 1 }));
    }
    case 'answerable':
    case 'post':
      return [...people(context, 'post'), ...(names === 'post' ? [] : people(context, 'department'))];
    case 'department':
      return people(context, 'department');
    case 'role':
      return [
        ...people(context, 'post'),
        ...people(context, 'department'),
        ...[...relations, ...groups].map((label): Offer => ({ label, sort: 'person', rank: 2 })),
      ];
    case 'interpretation': {
      const own = idsUnder(root, 'interpretations', 'answer').map(idOffer);
      if (policy !== '' && own.length > 0) return [...own, ...conventions(context)];
      return [...things.interpretation().values()].map((thing) => offer(thing, 'id', context));
    }
    case 'gap':
      return idsUnder(root, 'gaps', 'says').map(idOffer);
    case 'step':
      return idsUnder(root, 'steps', 'title').map(idOffer);
    case 'type':
      return [
        ...simpleTypes.map((label): Offer => ({ label, sort: 'type', rank: 0 })),
        ...[...things.enumeration().values()].map((thing) => offer(thing, 'type', context, 1)),
      ];
    case 'unit':
      return [
        ...all('unit', 'unit'),
        ...['day', 'month', 'minute'].map((label): Offer => ({ label, sort: 'unit', rank: 1 })),
      ];
    case 'weekday':
      return weekdays.map((label, rank) => ({ label, sort: 'value', rank }));
    case 'fact':
      return [...all('fact', 'fact'), ...(handbook.manifest === undefined ? [] : all('decision', 'decision'))];
    case 'decision':
      return all('decision', 'decision');
    case 'policy':
    case 'scope':
    case 'source':
    case 'subject':
      return all(names, 'id');
  }
}

/** A thing as an offer. */
export function offer(thing: Thing, sort: CompletionSort, context: Context, rank = 0, label = thing.name): Offer {
  return {
    label,
    sort,
    ...(thing.title === undefined ? {} : { title: thing.title }),
    detail: detailOf(thing, context.handbook),
    rank,
    thing,
  };
}

/** What an offer says of itself once it is looked at. */
export const docOf = ({ thing }: Offer, { handbook }: Context): Completion['doc'] =>
  thing === undefined ? undefined : describe(thing, handbook);

const idOffer = ({ name, title }: OwnName, rank: number): Offer => ({
  label: name,
  sort: 'id',
  ...(title === undefined ? {} : { title }),
  rank,
});

export function conventions(context: Context): readonly Offer[] {
  return context.handbook.conventions.flatMap(({ id }) => {
    const thing = context.things.interpretation().get(id);
    return thing === undefined ? [] : [offer(thing, 'id', context, 100, id.replace(/^handbook#/, ''))];
  });
}

/** Those of the file's own scope; where it names none, all. */
export function people(context: Context, sort: 'post' | 'department'): readonly Offer[] {
  const all = [...context.things[sort]().values()];
  const own = all.filter((thing) => 'scope' in thing && thing.scope === context.scope);
  return (own.length === 0 ? all : own).map((thing) => offer(thing, 'person', context, sort === 'post' ? 0 : 1));
}

/** The letter of the source that the file's scope comes from. */
function sourceOf({ handbook, scope }: Context): string {
  return handbook.manifest?.scopes.find(({ key }) => key.text === scope)?.value.source.text ?? '';
}

/** What may stand behind a number. */
export function unitsOf(context: Context): readonly Offer[] {
  const { currency } = context.handbook;
  const money: Offer = { label: currency, sort: 'unit', title: { en: 'money', zh: '金额' }, rank: 0 };
  const time = [...durationWords.keys()].map((label): Offer => ({ label, sort: 'unit', rank: 1 }));
  const own = [...context.things.unit().values()].map((thing) => offer(thing, 'unit', context, 2));
  return [money, ...time, ...own];
}
