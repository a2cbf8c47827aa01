import type { Language, Texts } from '../diagnostic/diagnostic.ts';
import type { Head } from '../kinds/head.ts';
import type { Version } from '../program/handbook.ts';
import type { Book } from './book.ts';
import type { Reader } from './words/piece.ts';

/** Where something is said: the book and the language. */
export interface Scene {
  readonly book: Book;
  readonly language: Language;
  readonly say: (texts: Texts) => string;
  /** Formulas carry the place of the text that they are made from (`data-at`), for editors. */
  readonly hasPlaces?: true;
}

/** On the page of a version of a policy. */
export interface PolicyScene extends Scene {
  readonly version: Version;
  readonly policy: Head;
  readonly reader: Reader;
}

export function sceneOf(book: Book, language: Language): Scene {
  return { book, language, say: (texts) => texts[language] };
}
