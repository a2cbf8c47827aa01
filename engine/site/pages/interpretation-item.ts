import { html } from 'hono/html';
import type { Interpretation } from '../../ir/program.ts';
import type { Markup } from '../../slips/markup.ts';
import { anchor } from '../file-names.ts';
import { labels } from '../labels.ts';
import { citesIn, interpretationAddress, type Content } from '../parts.ts';
import type { Scene } from '../scene.ts';

/** An interpretation: on the page of its policy (`here`), or on that of all of them, where more is said of it. */
export function interpretationItem(
  one: Interpretation,
  scene: Scene,
  where: 'here' | 'all',
  more: Content = '',
): Markup {
  const { say, book } = scene;
  const own = one.id.slice(one.id.indexOf('#') + 1);
  const id = where === 'here' ? anchor('interpretation', own) : anchor('interpretation', one.id);
  const name =
    where === 'here' && book.interpretationIds.has(one.id)
      ? html`<a class="raw" href="${interpretationAddress(one.id)}">${own}</a>`
      : html`<span class="raw">${one.id}</span>`;
  return html`<li id="${id}">
    <p class="question">${say(one.question)}</p>
    <p class="answer">${say(one.answer)}</p>
    <p class="small">
      ${name} · ${say(labels.about[one.about])} · ${statusIn(one, scene)} ${citesIn(one.clauses, scene)}
    </p>
    ${more}
  </li>`;
}

function statusIn({ status, id }: Interpretation, { say, book }: Scene): string {
  if (status === 'proposed') return say(labels.proposed);
  const policy = book.byName.get(id.slice(0, id.indexOf('#')));
  const by = book.people(policy?.main.head.scope, status.by)?.title;
  return `${say(labels.decided)}: ${by === undefined ? status.by : say(by)}, ${status.date}`;
}
