import { html } from 'hono/html';
import type { Version } from '../../program/handbook.ts';
import type { ClauseEntry } from '../book.ts';
import { address } from '../file-names.ts';
import { labels } from '../labels.ts';
import { interpretationAddress, type Content } from '../parts.ts';
import type { Scene } from '../scene.ts';
import { fileOf } from './policy-file.ts';

/** The policies that cite a clause, and which of their decisions do so themselves. */
export function carriersOf(clause: string, scene: Scene): Content {
  const { book, say } = scene;
  const citing = book.citing.get(clause) ?? [];
  if (citing.length === 0) return html`<span class="open">${say(labels.nobodyCites)}</span>`;
  return html`<ul class="inline">
    ${citing.map(
      (version) =>
        html`<li>
          <a href="${address(fileOf(version, book))}">${say(version.head.title)}</a>${decisionsIn(
            version,
            clause,
            scene,
          )}
        </li>`,
    )}
  </ul>`;
}

/** Decisions without citations of their own have their policy's; naming all of these would say nothing. */
function decisionsIn({ decisions, head }: Version, clause: string, { book, say }: Scene): Content {
  const own = decisions.filter(
    ({ hidden, cites }) => !hidden && cites.includes(clause) && cites.join() !== head.cites.join(),
  );
  const links = own.flatMap(({ name, title }): readonly Content[] => {
    const href = book.names.get(name)?.href;
    return href === undefined ? [] : [html`<a class="term" href="${href}">${say(title)}</a>`];
  });
  return links.flatMap((link, i) => [i === 0 ? ': ' : ' · ', link]);
}

/** The worked examples that cite a clause, and how many cases each is. */
export function examplesCiting(clause: string, { book, say }: Scene): Content {
  const examples = book.examples.ofClause.get(clause) ?? [];
  if (examples.length === 0) return '';
  const links = examples.flatMap(({ policy, place, one, count }) => {
    const page = book.byName.get(policy);
    if (page === undefined) return [];
    const title = one.title === undefined ? one.id.text : say(one.title);
    return [
      html`<li>
        <a href="${address(fileOf(page.main, book), place)}">${title}</a>${count === 1 ? '' : ` (${count})`}
      </li>`,
    ];
  });
  return html`<div>
    <dt>${say(labels.cases)}</dt>
    <dd>
      <ul class="inline small">
        ${links}
      </ul>
    </dd>
  </div>`;
}

/** Interpretations that are about a clause beside those that answer its issues. */
export function otherInterpretations({ id, issues = [] }: ClauseEntry['clause'], { book, say }: Scene): Content {
  const answers = new Set(
    issues.flatMap(({ answer }) => (answer.form === 'plain' ? answer.value.map(({ text }) => text) : [])),
  );
  const others = (book.aboutClause.get(id.text) ?? []).filter((one) => !answers.has(one.id));
  if (others.length === 0) return '';
  return html`<div>
    <dt>${say(labels.interpretations)}</dt>
    <dd>
      ${others.map(
        (one) =>
          html`<p>
            ${say(one.interpretation.question)} →
            <a href="${interpretationAddress(one.id)}">${say(one.interpretation.answer)}</a>
          </p>`,
      )}
    </dd>
  </div>`;
}
