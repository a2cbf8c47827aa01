import type { Texts } from '../../diagnostic/diagnostic.ts';
import { isList, type RawFact } from '../../value/facts.ts';
import type { Field, Typed } from '../fields.ts';

/** Facts that somebody gave before, to start from: a case of the policy, or a row of a sample table. */
export interface Prefill {
  readonly title: Texts;
  readonly facts: Readonly<Record<string, Typed>>;
  /** The day that the case is of. */
  readonly at?: string;
}

/** Rows of a table whose columns are called like facts, by name or title; those that name none of the fields are no help. */
export function prefillsOfTable(rows: readonly (readonly string[])[], fields: readonly Field[]): readonly Prefill[] {
  const [header = [], ...people] = rows;
  const columns = header.map((name) => {
    const plain = name.normalize('NFKC').trim();
    return fields.find((field) => field.name === plain || field.title.zh === plain || field.title.en === plain)?.name;
  });
  if (columns.every((column) => column === undefined)) return [];
  return people.map((cells) => {
    const who = cells.filter((cell, i) => columns[i] === undefined && cell !== '').join(' ');
    return { title: { en: who, zh: who }, facts: Object.fromEntries(factsIn(cells, columns)) };
  });
}

function factsIn(
  cells: readonly string[],
  columns: readonly (string | undefined)[],
): readonly (readonly [string, Typed])[] {
  return cells.flatMap((cell, i): readonly (readonly [string, Typed])[] => {
    const fact = columns[i];
    return fact === undefined || cell.trim() === '' ? [] : [[fact, cell.trim()]];
  });
}

/** What a caller gave, as it would be typed. */
export function typedOfRaw(raw: RawFact): Typed {
  if (raw === null) return '';
  if (typeof raw !== 'object') return String(raw);
  if (isList(raw)) return raw.map(typedOfRaw);
  const { source } = raw;
  if (typeof source === 'string' && Object.keys(raw).length === 1) return source;
  return Object.fromEntries(Object.entries(raw).map(([name, part]): [string, Typed] => [name, typedOfRaw(part)]));
}
