import { html } from 'hono/html';
import { stateOf } from '../../service/overview.ts';
import type { Markup } from '../../slips/markup.ts';
import type { Version } from '../../program/handbook.ts';
import { citedIn, type Book, type PolicyPages } from '../book.ts';
import { totalOf } from '../examples.ts';
import { address, anchor, decisionAnchor } from '../file-names.ts';
import { labels } from '../labels.ts';
import type { Page } from '../layout.ts';
import { clauseAddress, expressionIn, textOf, whoIn, type Content } from '../parts.ts';
import { readerOf } from '../reader.ts';
import type { PolicyScene, Scene } from '../scene.ts';
import { sectionsIn, type Section } from '../sections.ts';
import { conditionIn, detailsIn } from '../views/arms.ts';
import { views } from '../views/index.ts';
import { exampleSection } from './example-section.ts';
import { fileOf } from './policy-file.ts';
import { interpretationItem } from './interpretation-item.ts';

/** The page of a version of a policy. */
export function policyPage(version: Version, pages: PolicyPages, scene: Scene): Page {
  const { book, language, say } = scene;
  const { policy, kind } = version.read;
  const here: PolicyScene = { ...scene, version, policy, reader: readerOf(version, book, language) };
  const sections = [
    ...commonSections(here),
    ...(views[kind.name]?.(here) ?? []),
    ...definitionSection(here),
    ...gapSection(here),
    ...interpretationSection(here),
    ...clauseSection(here),
    ...exampleSection(here),
    ...contradictionSection(here),
    ...versionSection(version, pages, here),
  ];
  const rendered = sectionsIn(sections);
  const scope = book.handbook.manifest?.scopes.find(({ key }) => key.text === version.head.scope);
  return {
    file: fileOf(version, book),
    title: say(policy.title),
    crumbs: [
      { title: say(labels.contents), file: 'index.html' },
      ...(scope === undefined ? [] : [{ title: say(scope.value.title), file: `scope.${scope.key.text}.html` }]),
    ],
    contents: sections,
    // Older versions are found from there; what has entries of its own is not found twice.
    ...(version === pages.main
      ? { searched: sections.filter(({ id }) => !elsewhere.has(id)).map(({ body }) => body) }
      : {}),
    body: html`<header class="policy-head">
        <p class="eyebrow">${say(kind.title)} <code>${policy.policy.text}</code></p>
        <h1>${say(policy.title)}</h1>
        ${notice(version, pages, here)}${facts(version, here)}
      </header>
      ${missingAnchors(version, rendered)}${rendered}`,
  };
}

/** Sections that repeat what other pages say. */
const elsewhere: ReadonlySet<string> = new Set([
  'examples',
  'interpretations',
  'clauses',
  'contradictions',
  'versions',
]);

/** Places for the decisions that no part of the page shows by itself, so that whatever leads to one arrives. */
function missingAnchors({ decisions }: Version, rendered: Content): Content {
  const text = textOf(rendered);
  return [...new Set(decisions.map(({ name }) => decisionAnchor(name)))].map((id) => {
    const place = html`<span id="${id}"></span>`;
    return text.includes(textOf(place).slice('<span '.length, -'></span>'.length)) ? '' : place;
  });
}

function notice(version: Version, { main, versions }: PolicyPages, { book, say }: PolicyScene): Content {
  const blocked = version.blockedBy === undefined ? '' : html`<p class="notice">${say(labels.blocked)}</p>`;
  if (version === main || versions.length < 2) return blocked;
  const why = version.head.from > book.at ? labels.notYet : labels.notNewest;
  return html`${blocked}
    <p class="notice">${say(why)} <a href="${address(fileOf(main, book))}">${say(labels.showMain)}</a></p>`;
}

function facts({ head }: Version, scene: PolicyScene): Content {
  const { book, say, policy } = scene;
  const count = totalOf(book.examples.ofPolicy.get(head.policy) ?? []);
  return detailsIn([
    [say(labels.version), html`${head.version} <span class="small">${inForce(head, scene)}</span>`],
    [say(labels.published), head.published],
    [say(labels.owner), policy.owner === undefined ? undefined : whoIn(policy.owner, scene)],
    [say(labels.because), head.because === undefined ? undefined : say(head.because)],
    [say(labels.period), head.period === undefined ? undefined : say(labels.month)],
    [say(labels.cases), count === 0 ? undefined : html`<a href="#examples">${count}</a>`],
  ]);
}

/** The days on which a version holds, both included. */
export function inForce({ from, to }: Version['head'], { language }: Scene): string {
  if (to !== undefined) return `${from} – ${to}`;
  return language === 'zh' ? `自 ${from} 起` : `since ${from}`;
}

function commonSections(scene: PolicyScene): readonly Section[] {
  const { policy, say } = scene;
  const { each, requires = [] } = policy;
  const applies = policy['applies-when'];
  if (applies === undefined && requires.length === 0 && each === undefined) return [];
  const list = each?.syntax === 'in' && each.cell.cell === 'value' ? each.cell.value : undefined;
  return [
    {
      id: 'conditions',
      title: say(labels.conditions),
      body: html`${list === undefined ? '' : html`<p>${say(labels.each)} ${expressionIn(list, scene)}</p>`}${
        applies === undefined
          ? ''
          : html`<p>${say(labels.appliesWhen)}</p>
              ${conditionIn(applies, scene)}`
      }${
        requires.length === 0
          ? ''
          : html`<p>${say(labels.requires)}</p>
              <ul class="conditions">
                ${requires.map(({ that, says }) => html`<li>${expressionIn(that, scene)}<br /><span class="small">${say(says)}</span></li>`)}
              </ul>`
      }`,
    },
  ];
}

function definitionSection(scene: PolicyScene): readonly Section[] {
  const { policy, say } = scene;
  if (policy.define === undefined) return [];
  const name = policy.policy.text;
  const items = policy.define.map(({ key, value }): Markup => {
    const [title, expr] =
      value.form === 'value' ? [say(value.value.title), value.value.value] : [undefined, value.value];
    return html`<div id="${decisionAnchor(`${name}.${key.text}`)}">
      <dt>${title ?? html`<span class="raw">${key.text}</span>`}</dt>
      <dd>${expressionIn(expr, scene)}</dd>
    </div>`;
  });
  return [{ id: 'definitions', title: say(labels.definitions), body: html`<dl class="arms">${items}</dl>` }];
}

function gapSection({ policy, say, book }: PolicyScene): readonly Section[] {
  if (policy.gaps === undefined) return [];
  const items = policy.gaps.map(({ id, clause, says }) => {
    const entry = clause === undefined ? undefined : book.clauses.get(clause.text);
    const link =
      entry === undefined
        ? ''
        : html`<a class="clause" href="${clauseAddress(entry.clause.id.text, entry.part)}">${entry.clause.id.text}</a>`;
    return html`<li id="${anchor('gap', id.text)}">${say(says)} ${link}</li>`;
  });
  return [
    {
      id: 'gaps',
      title: say(labels.gaps),
      body: html`<ul class="notes">
        ${items}
      </ul>`,
    },
  ];
}

function interpretationSection(scene: PolicyScene): readonly Section[] {
  const { version, say } = scene;
  if (version.interpretations.length === 0) return [];
  const items = version.interpretations.map((one) => interpretationItem(one, scene, 'here'));
  return [
    {
      id: 'interpretations',
      title: say(labels.interpretations),
      body: html`<ol class="notes">
        ${items}
      </ol>`,
    },
  ];
}

function clauseSection({ version, say, book }: PolicyScene): readonly Section[] {
  const cited = [...citedIn(version.read.policy)];
  if (cited.length === 0) return [];
  const items = cited.map((id) => {
    const entry = book.clauses.get(id);
    if (entry === undefined) return html`<li><span class="clause">${id}</span></li>`;
    return html`<li>
      <a class="clause" href="${clauseAddress(id, entry.part)}">${id}</a> ${say(entry.clause.title)}
    </li>`;
  });
  return [
    {
      id: 'clauses',
      title: say(labels.clausesCited),
      body: html`<ul class="clauses">
        ${items}
      </ul>`,
    },
  ];
}

function contradictionSection({ version, say, book }: PolicyScene): readonly Section[] {
  const own = book.contradictions.filter(({ sides }) => sides.some(({ policy }) => policy === version.head.policy));
  if (own.length === 0) return [];
  const items = own.map(
    ({ id, says }) =>
      html`<li>
        ${say(says)}
        <a href="${address('contradictions.html', anchor('contradiction', id))}">${say(labels.contradictions)}</a>
      </li>`,
  );
  return [
    {
      id: 'contradictions',
      title: say(labels.contradictions),
      body: html`<ul class="notes">
        ${items}
      </ul>`,
    },
  ];
}

function versionSection(version: Version, { main, versions }: PolicyPages, scene: PolicyScene): readonly Section[] {
  const { book, say } = scene;
  if (versions.length < 2) return [];
  const items = versions.map((one) => {
    const state = say(labels.state[stateOf(one.head, versionAtMain(main, book), book.at)]);
    const name = `${say(labels.version)} ${one.head.version}`;
    const link =
      one === version ? html`<strong>${name}</strong>` : html`<a href="${address(fileOf(one, book))}">${name}</a>`;
    return html`<li>
      ${link} · ${inForce(one.head, scene)} ·
      ${state}${one.head.because === undefined ? '' : html` · ${say(one.head.because)}`}
    </li>`;
  });
  return [
    {
      id: 'versions',
      title: say(labels.versions),
      body: html`<ul class="notes">
        ${items}
      </ul>`,
    },
  ];
}

/** The version in force on the book's day: the one that is shown, unless none is. */
export function versionAtMain({ head }: Version, { at }: Book): Version['head'] | undefined {
  return head.from <= at && (head.to === undefined || at <= head.to) ? head : undefined;
}
