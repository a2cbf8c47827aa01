import type { Schema } from '../../shape/schema.ts';
import { expressionOffers, literalOffers } from './complete-expressions.ts';
import type { Place } from './complete-keys.ts';
import { namesFor, type Offer, type PlacedOffer } from './complete-names.ts';
import type { Context } from './context.ts';
import { plainText } from './cursor.ts';
import { readingOf } from './file-sketch.ts';

/** What a value may be at the cursor. */
export function valueOffers(place: Place, context: Context): readonly PlacedOffer[] {
  const { at, cursor, path } = place;
  if (at.role !== 'value') return [];
  return at.allowed.flatMap((schema) => {
    const { typed, offers } = offersFor(schema, place, context);
    const span = { file: path, start: cursor.offset - typed.length, end: cursor.offset };
    return offers.map((one): PlacedOffer => ({ ...one, span }));
  });
}

interface Offered {
  /** The part of the text before the cursor that an offer takes the place of. */
  readonly typed: string;
  readonly offers: readonly Offer[];
}

function offersFor(schema: Schema, place: Place, context: Context): Offered {
  const { cursor } = place;
  const typed = cursor.before;
  const word = (label: string, rank: number): Offer => ({ label, sort: 'value', rank });
  switch (schema['x-bylaw']) {
    case 'expression':
    case 'cell':
    case 'scalar':
    case 'structured':
      return expressionOffers(place, context);
    case 'yaml':
      return { typed, offers: literalOffers(place, context) };
    case 'choice':
      return { typed, offers: schema.enum.map(word) };
    case 'truth':
      return { typed, offers: ['true', 'false'].map(word) };
    case 'date':
      return { typed, offers: daysNear(place).map(word) };
    case 'word':
      return { typed, offers: schema['x-names'] === undefined ? [] : namesFor(schema['x-names'], context, cursor) };
    case 'texts':
      return { typed, offers: [{ label: '{ en, zh }', sort: 'value', insert: '{ en: $1, zh: $0 }', rank: 0 }] };
    default:
      return { typed, offers: [] };
  }
}

/** Days that the file names already: the next one is often one of them. */
function daysNear({ workspace, path, at }: Place): readonly string[] {
  const days = readingOf(workspace, path)?.written.map(({ scalar }) => scalar.text) ?? [];
  const own = plainText(at.scalar);
  return [...new Set(days.filter((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && text !== own))].toSorted().reverse();
}
