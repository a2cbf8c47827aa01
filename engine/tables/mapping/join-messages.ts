import type { Texts } from '../../diagnostic/diagnostic.ts';
import { shortened } from '../../value/invalid.ts';
import type { Unreadable } from '../unreadable.ts';

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

export function rowWithoutKey(place: Texts): Texts {
  return {
    en: `${place.en}: the row has no key, so it counts for nobody.`,
    zh: `${place.zh}: 该行没有键，未计入任何人。`,
  };
}

const mostRows = 5;

/** Rows of a joined table whose keys the main table does not have. */
export function nobodysRows(
  table: string,
  main: string,
  rows: readonly { readonly key: string; readonly line: number }[],
): Texts {
  const [some, more] = [rows.slice(0, mostRows), rows.length > mostRows];
  const [en, zh] = [
    some.map(({ key, line }) => `“${shortened(key)}” (row ${line})`).join(', '),
    some.map(({ key, line }) => `“${shortened(key)}”（第 ${line} 行）`).join('、'),
  ];
  const [count, their] = rows.length === 1 ? ['1 row counts', 'its'] : [`${rows.length} rows count`, 'their'];
  return {
    en: `${table}: ${count} for nobody, since no row of ${main} has ${their} key: ${en}${more ? ', …' : ''}`,
    zh: `${table}：有 ${rows.length} 行未计入任何人，因为 ${main} 中没有其键：${zh}${more ? '……' : ''}`,
  };
}
