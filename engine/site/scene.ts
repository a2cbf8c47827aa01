import type { Language, Texts } from '../diagnostic/diagnostic.ts';
import type { Head } from '../kinds/head.ts';
import type { Version } from '../program/handbook.ts';
import type { Book } from './book.ts';
import type { layered } from './charts/layered.ts';
import type { Reader } from './words/piece.ts';

/** Where something is said: the book and the language. */
export interface Scene {
  readonly book: Book;
  readonly language: Language;
  readonly say: (texts: Texts) => string;
  /** How the steps of a procedure are laid out: the library is large, and editors load it when there are steps. */
  readonly layered: typeof layered;
  /** Formulas carry the place of the text that they are made from (`data-at`), for editors. */
  readonly hasPlaces?: true;
}

/** On the page of a version of a policy. */
export interface PolicyScene extends Scene {
  readonly version: Version;
  readonly policy: Head;
  readonly reader: Reader;
}

export function sceneOf(book: Book, language: Language, layered: Scene['layered']): Scene {
  return { book, language, layered, say: (texts) => texts[language] };
}
