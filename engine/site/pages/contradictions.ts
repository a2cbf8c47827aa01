import { html } from 'hono/html';
import { address, anchor } from '../file-names.ts';
import { labels } from '../labels.ts';
import type { Page } from '../layout.ts';
import type { Content } from '../parts.ts';
import { clauseHref } from './clauses.ts';
import type { Scene } from '../scene.ts';
import { fileOf } from './policy-file.ts';

/** Where parts of the handbook say different things. */
export function contradictionsPage(scene: Scene): Page {
  const { book, say } = scene;
  const items = book.contradictions.map(
    ({ id, says, sides }) =>
      html`<li id="${anchor('contradiction', id)}">
        <p class="question">${say(says)}</p>
        <ul class="sides">
          ${sides.map((side) => sideItem(side, scene))}
        </ul>
      </li>`,
  );
  return {
    file: 'contradictions.html',
    title: say(labels.contradictions),
    crumbs: [{ title: say(labels.contents), file: 'index.html' }],
    body: html`<h1>${say(labels.contradictions)}</h1>
      <p class="intro">${say(labels.contradictionsIntro)}</p>
      ${
        items.length === 0
          ? html`<p>${say(labels.nothingHere)}</p>`
          : html`<ol class="notes">
              ${items}
            </ol>`
      }`,
  };
}

function sideItem({ policy, clause }: { readonly policy: string; readonly clause: string }, scene: Scene): Content {
  const { book, say } = scene;
  const page = book.byName.get(policy);
  const entry = book.clauses.get(clause);
  const href = clauseHref(clause, scene);
  return html`<li>
    ${
      page === undefined
        ? html`<span class="raw">${policy}</span>`
        : html`<a href="${address(fileOf(page.main, book))}">${say(page.main.head.title)}</a>`
    }
    ·
    ${
      href === undefined || entry === undefined
        ? html`<span class="clause">${clause}</span>`
        : html`<a class="clause" href="${href}">${clause}</a> ${say(entry.clause.title)}`
    }
  </li>`;
}
