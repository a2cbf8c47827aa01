import type { Language } from '../diagnostic/diagnostic.ts';
import type { Handbook } from '../program/handbook.ts';
import { bookOf } from './book.ts';
import { layered } from './charts/layered.ts';
import { pageText, type Page } from './layout.ts';
import { clausePartPage, clausesPage } from './pages/clauses.ts';
import { contentsPage, scopePage } from './pages/contents.ts';
import { contradictionsPage } from './pages/contradictions.ts';
import { interpretationsPage } from './pages/interpretations.ts';
import { choicePage } from './pages/choice.ts';
import { searchPage } from './pages/search.ts';
import { policyPage } from './pages/policy.ts';
import { versionsPage } from './pages/versions.ts';
import { vocabularyIndex, vocabularyPage } from './pages/vocabulary.ts';
import { sceneOf, type Scene } from './scene.ts';
import { searchClient } from './search/client.ts';
import { searchEntries } from './search/entries.ts';
import { indexScript } from './search/index-script.ts';
import { style } from './style.ts';

/** A file of the site: its path below the site's folder, with `/`. */
interface SiteFile {
  readonly path: string;
  readonly text: string;
}

interface SiteSource {
  readonly handbook: Handbook;
  /** The day on which a policy's own page shows the version in force. */
  readonly at: string;
  readonly languages: readonly Language[];
  /** The search library as a script. */
  readonly library: string;
  /** Who wrote it and when, as every page says at its foot. */
  readonly written: { readonly by: string; readonly on: string };
}

/** The handbook as pages, one file after the other, so that a large one need not be held whole. */
export function* siteOf({
  handbook,
  at,
  languages,
  written,
  library,
}: SiteSource): Generator<SiteFile, void, undefined> {
  const book = bookOf(handbook, at);
  yield { path: 'index.html', text: choicePage(book, languages) };
  yield { path: 'assets/site.css', text: style };
  yield { path: 'assets/minisearch.js', text: library };
  yield { path: 'assets/find.js', text: searchClient };
  for (const language of languages) {
    const scene = sceneOf(book, language, layered);
    const revision = book.program.revision;
    const footer = {
      en: `Written by bylaw ${written.by} on ${written.on} from revision ${revision} of the handbook, as it holds on ${at}.`,
      zh: `由 bylaw ${written.by} 于 ${written.on} 生成；手册第 ${revision} 次修订，以 ${at} 的状态为准。`,
    }[language];
    const searched: Page[] = [];
    for (const page of pagesOf(scene)) {
      if (page.searched !== undefined) searched.push(page);
      yield { path: `${language}/${page.file}`, text: pageText(page, scene, footer, languages.length > 1) };
    }
    yield { path: `assets/search.${language}.js`, text: indexScript(searchEntries(searched, scene)) };
  }
}

function* pagesOf(scene: Scene): Generator<Page, void, undefined> {
  const { book } = scene;
  yield contentsPage(scene);
  for (const scope of book.handbook.manifest?.scopes ?? []) yield scopePage(scope, scene);
  for (const pages of book.policies) {
    for (const version of pages.versions) yield policyPage(version, pages, scene);
  }
  yield clausesPage(scene);
  for (const [part, clauses] of Map.groupBy(book.clauses.values(), (entry) => entry.part)) {
    yield clausePartPage(part, clauses, scene);
  }
  yield interpretationsPage(scene);
  yield contradictionsPage(scene);
  yield versionsPage(scene);
  yield searchPage(scene);
  yield vocabularyIndex(scene);
  for (const { file, value } of book.handbook.sources.vocabularies) yield vocabularyPage(file.name, value, scene);
}
