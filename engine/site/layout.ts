import { html } from 'hono/html';
import { htmlLanguage } from '../slips/markup.ts';
import { address } from './file-names.ts';
import { labels } from './labels.ts';
import type { Content } from './parts.ts';
import type { Scene } from './scene.ts';

/** One page in one language. */
export interface Page {
  readonly file: string;
  readonly title: string;
  /** From the contents down; the page itself is not among them. */
  readonly crumbs: readonly { readonly title: string; readonly file: string }[];
  readonly contents?: readonly { readonly id: string; readonly title: string }[];
  readonly body: Content;
  /** What the search finds it by. */
  readonly searched?: Content;
  /** Classic scripts in the folder of assets; modules do not load without a server. */
  readonly scripts?: readonly string[];
}

/** Nothing is loaded but files of the site itself; nothing is sent but a search to a page of it. */
const contentPolicy =
  "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' data:; form-action 'self' file:; base-uri 'none'";

const chapters = [
  ['index.html', labels.contents],
  ['clauses.html', labels.clauses],
  ['interpretations.html', labels.interpretations],
  ['contradictions.html', labels.contradictions],
  ['versions.html', labels.versions],
  ['vocabulary.html', labels.vocabulary],
] as const;

/** The text of a page. `hasOther`: the same page is there in the other language. */
export function pageText(page: Page, scene: Scene, footer: string, hasOther: boolean): string {
  const { book, language, say } = scene;
  const other = language === 'en' ? 'zh' : 'en';
  const chapter = page.crumbs[1]?.file ?? page.file;
  const title = page.file === 'index.html' ? say(book.title) : `${page.title} · ${say(book.title)}`;
  const text = html`<!doctype html>
    <html lang="${htmlLanguage[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${contentPolicy}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="../assets/site.css" />
      </head>
      <body>
        <a class="skip" href="#main">${say(labels.skip)}</a>
        <header class="top">
          <a class="home" href="index.html">${say(book.title)}</a>
          <nav aria-label="${say(labels.mainNavigation)}">
            ${chapters.map(
              ([file, label]) =>
                html`<a href="${file}" ${file === chapter ? html` aria-current="true"` : ''}>${say(label)}</a>`,
            )}
          </nav>
          ${page.file === 'search.html' ? '' : searchField(scene)}
          ${hasOther ? html`<a class="language" lang="${htmlLanguage[other]}" href="../${other}/${address(page.file)}">${say(labels.otherLanguage)}</a>` : ''}
        </header>
        <div class="page${page.contents === undefined ? '' : ' with-contents'}">
          ${contentsOf(page, scene)}
          <main id="main">${crumbsOf(page, scene)} ${page.body}</main>
        </div>
        <footer>${footer}</footer>
        ${(page.scripts ?? []).map((script) => html`<script src="../assets/${script}"></script> `)}
      </body>
    </html> `;
  // Only what is put in could make it wait, and nothing that is put in does.
  if (text instanceof Promise) throw new Error('a page waits for nothing');
  // Indentation is for those who write templates; no text of a page depends on it.
  return text.toString().replace(/\s*\n\s*/g, '\n');
}

/** On every page but the search itself, which has its own. */
function searchField({ say }: Scene): Content {
  return html`<form action="search.html" method="get" role="search">
    <input type="search" name="q" aria-label="${say(labels.searchFor)}" placeholder="${say(labels.search)}" />
  </form>`;
}

function crumbsOf({ crumbs }: Page, { say }: Scene): Content {
  if (crumbs.length === 0) return '';
  return html`<nav class="crumbs" aria-label="${say(labels.youAreHere)}">
    <ol>
      ${crumbs.map(({ title, file }) => html`<li><a href="${address(file)}">${title}</a></li>`)}
    </ol>
  </nav>`;
}

function contentsOf({ contents = [] }: Page, { say }: Scene): Content {
  if (contents.length === 0) return '';
  return html`<nav class="contents" aria-label="${say(labels.onThisPage)}">
    <p>${say(labels.onThisPage)}</p>
    <ul>
      ${contents.map(({ id, title }) => html`<li><a href="#${encodeURIComponent(id)}">${title}</a></li>`)}
    </ul>
  </nav>`;
}
