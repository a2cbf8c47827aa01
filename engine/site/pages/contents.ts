import { html } from 'hono/html';
import type { Manifest } from '../../kinds/documents/manifest.ts';
import type { PolicyPages } from '../book.ts';
import { address } from '../file-names.ts';
import { labels } from '../labels.ts';
import type { Page } from '../layout.ts';
import type { Content } from '../parts.ts';
import type { Scene } from '../scene.ts';
import { sectionsIn, type Section } from '../sections.ts';
import { fileOf } from './policy-file.ts';

type Scope = Manifest['scopes'][number];

/** The contents of the whole handbook: sources, their rule sets, and the areas of these. */
export function contentsPage(scene: Scene): Page {
  const { book, say } = scene;
  const { sources = [], scopes = [] } = book.handbook.manifest ?? {};
  const known = new Set(scopes.map(({ key }) => key.text));
  const ofSource = sources.map(({ key, value }): Section => {
    const own = scopes
      .filter((scope) => scope.value.source.text === key.text)
      .toSorted((a, b) => (a.value.part ?? 0) - (b.value.part ?? 0));
    return {
      id: `source-${key.text}`,
      title: say(value.title),
      body: own.map((scope) => scopeBlock(scope, scene)),
    };
  });
  const others = book.policies.filter(({ main }) => !known.has(main.head.scope ?? ''));
  const rest: readonly Section[] =
    others.length === 0 ? [] : [{ id: 'whole', title: say(labels.wholeHandbook), body: policyList(others, scene) }];
  const sections = [...ofSource, ...rest, ...unreadable(scene)];
  return {
    file: 'index.html',
    title: say(book.title),
    crumbs: [],
    contents: sections,
    body: html`<h1>${say(book.title)}</h1>
      ${totals(scene)}${sectionsIn(sections)}`,
  };
}

/** The contents of one rule set. */
export function scopePage(scope: Scope, scene: Scene): Page {
  const { say } = scene;
  return {
    file: `scope.${scope.key.text}.html`,
    title: say(scope.value.title),
    crumbs: [{ title: say(labels.contents), file: 'index.html' }],
    body: html`<h1>${say(scope.value.title)}</h1>
      ${areas(scope, scene)}`,
  };
}

function scopeBlock(scope: Scope, scene: Scene): Content {
  return html`<section class="scope">
    <h3><a href="${address(`scope.${scope.key.text}.html`)}">${scene.say(scope.value.title)}</a></h3>
    ${areas(scope, scene)}
  </section>`;
}

/** Policies of a scope by the folder that they lie in. */
function areas({ key }: Scope, scene: Scene): Content {
  const own = scene.book.policies.filter(({ main }) => main.head.scope === key.text);
  if (own.length === 0) return html`<p class="small">${scene.say(labels.nothingHere)}</p>`;
  const groups = Map.groupBy(own, ({ main }) => areaOf(main.head.file));
  if (groups.size === 1) return policyList(own, scene);
  return [...groups].map(
    ([area, policies]) =>
      html`<p class="area"><code>${area}/</code></p>
        ${policyList(policies, scene)}`,
  );
}

const areaOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/'))).replace(/\/history$/, '');

function policyList(policies: readonly PolicyPages[], { book, say }: Scene): Content {
  return html`<ul class="policies">
    ${policies.map(
      ({ main }) =>
        html`<li>
          <a href="${address(fileOf(main, book))}">${say(main.head.title)}</a>
          <span class="small">${say(main.read.kind.title)}</span>
        </li>`,
    )}
  </ul>`;
}

function unreadable({ book, say }: Scene): readonly Section[] {
  const { broken } = book.handbook.sources;
  if (broken.length === 0) return [];
  const items = broken.map(
    ({ file, diagnostic }) => html`<li><code>${file.name}</code> ${say(diagnostic.message)}</li>`,
  );
  return [
    {
      id: 'unreadable',
      title: say(labels.unreadable),
      body: html`<ul class="notes">
        ${items}
      </ul>`,
    },
  ];
}

function totals({ book, say }: Scene): Content {
  const decisions = book.policies.flatMap(({ main }) => main.decisions).filter(({ hidden }) => !hidden).length;
  const counts = [
    [book.policies.length, labels.policies],
    [decisions, labels.decisions],
    [book.clauses.size, labels.clauses],
    [book.interpretations.length, labels.interpretations],
    [book.contradictions.length, labels.contradictions],
  ] as const;
  return html`<dl class="totals">
    ${counts.map(
      ([count, label]) =>
        html`<div>
          <dt>${say(label)}</dt>
          <dd>${count}</dd>
        </div>`,
    )}
  </dl>`;
}
