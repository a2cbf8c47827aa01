import { html } from 'hono/html';
import { labels } from '../labels.ts';
import type { Page } from '../layout.ts';
import type { Scene } from '../scene.ts';

/** The search: an index and a script beside the page, no server. */
export function searchPage({ say, language }: Scene): Page {
  return {
    file: 'search.html',
    title: say(labels.search),
    crumbs: [{ title: say(labels.contents), file: 'index.html' }],
    scripts: ['minisearch.js', `search.${language}.js`, 'find.js'],
    body: html`<h1>${say(labels.search)}</h1>
      <form id="search-form" class="big-search" action="search.html" method="get" role="search">
        <input id="search-field" type="search" name="q" aria-label="${say(labels.searchFor)}" autocomplete="off" />
      </form>
      <p class="intro">${say(labels.searchHint)}</p>
      <noscript><p class="notice">${say(labels.searchNeedsScript)}</p></noscript>
      <p id="told" class="small" role="status" data-count="${say(labels.found)}"></p>
      <ol id="results" class="results"></ol>`,
  };
}
