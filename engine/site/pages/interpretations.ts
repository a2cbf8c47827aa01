import { html } from 'hono/html';
import type { About } from '../../ir/program.ts';
import type { InterpretationEntry } from '../../ledger/interpretations.ts';
import { address } from '../file-names.ts';
import { labels } from '../labels.ts';
import type { Page } from '../layout.ts';
import type { Content } from '../parts.ts';
import type { Scene } from '../scene.ts';
import { sectionsIn, type Section } from '../sections.ts';
import { interpretationItem } from './interpretation-item.ts';
import { fileOf } from './policy-file.ts';

const sorts: readonly About[] = ['chooses', 'fills', 'doubt', 'convention'];

/** All interpretations by their sort: first those that nobody has decided. */
export function interpretationsPage(scene: Scene): Page {
  const { book, say } = scene;
  const bySort = Map.groupBy(book.interpretations, ({ interpretation }) => interpretation.about);
  const sections = sorts.flatMap((sort): readonly Section[] => {
    const own = bySort.get(sort) ?? [];
    if (own.length === 0) return [];
    const open = own.filter(isProposed);
    const decided = own.filter((one) => !isProposed(one));
    return [
      {
        id: sort,
        title: `${say(labels.about[sort])} (${own.length})`,
        body: html`<p class="intro">${say(labels.aboutExplained[sort])}</p>
          ${group(say(labels.proposed), open, scene)} ${group(say(labels.decided), decided, scene)}`,
      },
    ];
  });
  return {
    file: 'interpretations.html',
    title: say(labels.interpretations),
    crumbs: [{ title: say(labels.contents), file: 'index.html' }],
    contents: sections,
    body: html`<h1>${say(labels.interpretations)}</h1>
      <p class="intro">${say(labels.interpretationsIntro)}</p>
      ${overviewTable(bySort, scene)} ${sectionsIn(sections)}`,
  };
}

const isProposed = ({ interpretation }: InterpretationEntry): boolean => interpretation.status === 'proposed';

function overviewTable(bySort: ReadonlyMap<About, readonly InterpretationEntry[]>, { say }: Scene): Content {
  const rows = sorts.map((sort) => {
    const own = bySort.get(sort) ?? [];
    const open = own.filter(isProposed).length;
    return html`<tr>
      <th scope="row">${say(labels.about[sort])}</th>
      <td class="number">${open}</td>
      <td class="number">${own.length - open}</td>
    </tr>`;
  });
  return html`<table class="narrow">
    <thead>
      <tr>
        <th scope="col">${say(labels.sort)}</th>
        <th scope="col" class="number">${say(labels.proposed)}</th>
        <th scope="col" class="number">${say(labels.decided)}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function group(title: string, entries: readonly InterpretationEntry[], scene: Scene): Content {
  if (entries.length === 0) return '';
  return html`<h3>${title} (${entries.length})</h3>
    <ul class="notes">
      ${entries.map((entry) => interpretationItem(entry.interpretation, scene, 'all', moreOf(entry, scene)))}
    </ul>`;
}

function moreOf({ policy, decisions }: InterpretationEntry, { book, say }: Scene): Content {
  const page = policy === undefined ? undefined : book.byName.get(policy);
  const where =
    page === undefined
      ? say(labels.wholeHandbook)
      : html`<a href="${address(fileOf(page.main, book))}">${say(page.main.head.title)}</a>`;
  const resting = decisions.flatMap((name) => {
    const named = book.names.get(name);
    return named?.title === undefined || named.href === undefined
      ? []
      : [html`<li><a href="${named.href}">${say(named.title)}</a></li>`];
  });
  return html`<p class="small">
      ${where}${decisions.length === 0 ? '' : ` · ${say(labels.restingDecisions)}: ${decisions.length}`}
    </p>
    ${
      resting.length === 0
        ? ''
        : html`<ul class="inline small">
            ${resting}
          </ul>`
    }`;
}
