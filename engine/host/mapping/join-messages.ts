import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Unreadable } from '../host-messages.ts';

/** Whose row it is nobody knows, so nobody's list could be trusted. */
export function unreadableRow(place: Texts, why: Texts): Unreadable {
  return { unreadable: { en: `${place.en}: ${why.en}`, zh: `${place.zh}: ${why.zh}` } };
}

export function keyTwice(first: number): Texts {
  return {
    en: `the key stands in row ${first} already; one row a key is expected. Leave one out.`,
    zh: `该键已出现在第 ${first} 行；每键只应有一行，请删除其一。`,
  };
}

export function noRows(table: string, key: string): Texts {
  return { en: `${table} has no row for “${key}”.`, zh: `${table} 中没有“${key}”的行。` };
}

/** A row of a joined table that counts for nobody. */
export function nobodysRow(place: Texts, key: string): Texts {
  if (key === '')
    return {
      en: `${place.en}: the row has no key, so it counts for nobody.`,
      zh: `${place.zh}: 该行没有键，未计入任何人。`,
    };
  return {
    en: `${place.en}: no row of the main table has the key “${key}”, so this row counts for nobody.`,
    zh: `${place.zh}: 主表中没有键“${key}”，该行未计入任何人。`,
  };
}
