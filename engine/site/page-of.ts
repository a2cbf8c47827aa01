import type { Language } from '../diagnostic/diagnostic.ts';
import type { Handbook, Version } from '../program/handbook.ts';
import type { Span } from '../source/span.ts';
import { bookOf, type Book, type PolicyPages } from './book.ts';
import { anchor } from './file-names.ts';
import { clausePartPage } from './pages/clauses.ts';
import { contentsPage } from './pages/contents.ts';
import { policyPage } from './pages/policy.ts';
import { vocabularyPage } from './pages/vocabulary.ts';
import { textOf } from './parts.ts';
import { sceneOf, type Scene } from './scene.ts';
import { vocabularyFile } from './vocabulary-files.ts';

/** A handbook and its book on one day: a book is worked out once, whoever asks for a page of it. */
const books = new WeakMap<Handbook, Book>();

function bookAt(handbook: Handbook, at: string): Book {
  const known = books.get(handbook);
  if (known?.at === at) return known;
  const book = bookOf(handbook, at);
  books.set(handbook, book);
  return book;
}

/** How a page of the site is shown outside of it: markup that was escaped as it was made, and runs nothing. */
export interface ShownPage {
  readonly html: string;
  /** Its own file, which links within it may name. */
  readonly file: string;
}

/** The version of a policy that a file holds or has cases of, with all versions of it. */
function versionIn(book: Book, path: string): { readonly version: Version; readonly pages: PolicyPages } | undefined {
  const policyPath = path.replace(/\.cases\.yaml$/, '.yaml');
  for (const pages of book.policies) {
    const version = pages.versions.find(({ head }) => head.file === policyPath);
    if (version !== undefined) return { version, pages };
  }
  return undefined;
}

/** Whether the page of a file lays out steps. */
export function showsSteps(handbook: Handbook, path: string, at: string): boolean {
  return versionIn(bookAt(handbook, at), path)?.version.read.kind.name === 'procedure';
}

/** What the site says of a file of the handbook: its policy, words, clauses or contents; undefined where it has no page. */
export function pageOfFile(
  handbook: Handbook,
  path: string,
  at: string,
  language: Language,
  layered: Scene['layered'],
): ShownPage | undefined {
  const book = bookAt(handbook, at);
  const scene = { ...sceneOf(book, language, layered), hasPlaces: true as const };
  // Cases are read where they belong.
  const found = versionIn(book, path);
  if (found !== undefined) {
    const { version, pages } = found;
    const { body, file } = policyPage(version, pages, scene);
    return { html: textOf(body), file };
  }
  const vocabulary = handbook.sources.vocabularies.find(({ file }) => file.name === path);
  if (vocabulary !== undefined) {
    const { body, file } = vocabularyPage(path, vocabulary.value, scene);
    return { html: textOf(body), file };
  }
  const register = handbook.sources.registers.find(({ file }) => file.name === path);
  if (register !== undefined) {
    const own = [...book.clauses.values()].filter(({ source }) => source === register.value.source.text);
    const parts = [...Map.groupBy(own, ({ part }) => part)].map(([part, clauses]) =>
      clausePartPage(part, clauses, scene),
    );
    return { html: textOf(parts.map(({ body }) => body)), file: parts[0]?.file ?? '' };
  }
  if (path === 'handbook.yaml' && handbook.manifest !== undefined) {
    const { body, file } = contentsPage(scene);
    return { html: textOf(body), file };
  }
  return undefined;
}

/** Where in the handbook's files a link of a page leads; undefined for pages that no file stands for. */
export function targetOf(handbook: Handbook, href: string, at: string): Span | undefined {
  const book = bookAt(handbook, at);
  const [file = '', place = ''] = href.split('#').map(decodeURIComponent);
  const start = (path: string | undefined): Span | undefined =>
    path === undefined ? undefined : { file: path, start: 0, end: 0 };
  if (file.startsWith('policy.')) {
    const [version] = [...book.files].find(([, name]) => name === file) ?? [];
    const decision = version?.decisions.find(({ name }) => anchor('decision', name.replace(/\/each$/, '')) === place);
    return decision?.origin ?? start(version?.head.file);
  }
  if (file.startsWith('vocabulary.')) {
    const fact = Object.values(handbook.facts).find(({ name }) => anchor('fact', name) === place);
    const vocabulary = handbook.sources.vocabularies.find((one) => vocabularyFile(one.file.name) === file);
    return fact?.origin ?? start(vocabulary?.file.name);
  }
  if (file.startsWith('clauses.')) {
    const entry = [...book.clauses.values()].find(({ clause }) => anchor('clause', clause.id.text) === place);
    return entry?.clause.id.span;
  }
  if (file === 'interpretations.html') {
    return book.interpretations.find(({ id }) => anchor('interpretation', id) === place)?.interpretation.origin;
  }
  if (file.startsWith('scope.')) {
    const scope = book.handbook.manifest?.scopes.find(({ key }) => `scope.${key.text}.html` === file);
    return scope === undefined ? undefined : scope.key.span;
  }
  return undefined;
}
