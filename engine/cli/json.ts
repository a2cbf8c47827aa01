import type { Language, Texts } from '../diagnostic/diagnostic.ts';
import type { Call } from './verb.ts';

/** What a value looks like once each text for people stands in one language. */
type Localized<T> = T extends Texts
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Localized<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Localized<T[Key]> }
      : T;

/** Plain data with its texts in one language: what machines get. */
export function localized<T>(data: T, language: Language): Localized<T> {
  // The type says case by case what the walk does.
  return walk(data, language) as Localized<T>;
}

function walk(data: unknown, language: Language): unknown {
  if (Array.isArray(data)) return data.map((item) => walk(item, language));
  if (typeof data !== 'object' || data === null) return data;
  if (isTexts(data)) return data[language];
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, walk(value, language)]));
}

function isTexts(data: object): data is Texts {
  return 'en' in data && 'zh' in data && typeof data.en === 'string' && typeof data.zh === 'string';
}

/** Prints data as JSON on standard output. */
export function printJson(data: unknown, { io, language }: Call): void {
  io.out.write(`${JSON.stringify(localized(data, language), undefined, 2)}\n`);
}
