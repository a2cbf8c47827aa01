import { html } from 'hono/html';
import { stateOf } from '../../service/overview.ts';
import type { Version } from '../../program/handbook.ts';
import { versionLine } from '../charts/version-line.ts';
import type { PolicyPages } from '../book.ts';
import { address } from '../file-names.ts';
import { labels } from '../labels.ts';
import type { Page } from '../layout.ts';
import type { Content } from '../parts.ts';
import type { Scene } from '../scene.ts';
import { fileOf } from './policy-file.ts';
import { inForce, versionAtMain } from './policy.ts';

/** When which version came into force; policies that were amended on a line of time. */
export function versionsPage(scene: Scene): Page {
  const { book, say } = scene;
  const amended = book.policies.filter(({ versions }) => versions.length > 1);
  const all = book.policies.flatMap(({ versions }) => versions);
  const byDay = [...Map.groupBy(all, ({ head }) => head.from)].sort(([a], [b]) => (a < b ? 1 : -1));
  return {
    file: 'versions.html',
    title: say(labels.versions),
    crumbs: [{ title: say(labels.contents), file: 'index.html' }],
    body: html`<h1>${say(labels.versions)}</h1>
      <p class="intro">${say(labels.versionsIntro)}</p>
      ${amended.length === 0 ? html`<p>${say(labels.neverAmended)}</p>` : amended.map((one) => lineOf(one, scene))}
      <h2>${say(labels.byDay)}</h2>
      <ol class="timeline">
        ${byDay.map(([day, versions]) => dayItem(day, versions, scene))}
      </ol>`,
  };
}

function lineOf(pages: PolicyPages, scene: Scene): Content {
  const { book, say } = scene;
  const { main, versions } = pages;
  return html`<section>
    <h2><a href="${address(fileOf(main, book))}">${say(main.head.title)}</a></h2>
    ${versionLine(
      versions.map(({ head }) => head),
      book.at,
      scene,
    )}
    <ul class="notes">
      ${versions.map(
        (one) =>
          html`<li>
            <a href="${address(fileOf(one, book))}">${say(labels.version)} ${one.head.version}</a>
            · ${inForce(one.head, scene)} · ${say(labels.state[stateOf(one.head, versionAtMain(main, book), book.at)])}
            ${one.head.because === undefined ? '' : html`<br />${say(one.head.because)}`}
          </li>`,
      )}
    </ul>
  </section>`;
}

function dayItem(day: string, versions: readonly Version[], { book, say }: Scene): Content {
  return html`<li>
    <p><strong>${day}</strong> <span class="small">${versions.length}</span></p>
    <details ${versions.length > 12 ? '' : 'open'}>
      <summary>${say(labels.policies)}</summary>
      <ul class="inline">
        ${versions.map(
          (one) =>
            html`<li>
              <a href="${address(fileOf(one, book))}">${say(one.head.title)}</a>
              ${one.head.version === 1 ? '' : html`<span class="small">${say(labels.version)} ${one.head.version}</span>`}
            </li>`,
        )}
      </ul>
    </details>
  </li>`;
}
