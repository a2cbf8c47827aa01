import { html } from 'hono/html';
import { printRange } from '../../value/print.ts';
import { typeWords } from '../../ir/type-words.ts';
import type { Fact } from '../../ir/program.ts';
import type { Vocabulary } from '../../kinds/documents/vocabulary.ts';
import { readableIn } from '../../slips/readable.ts';
import { address, anchor } from '../file-names.ts';
import { labels } from '../labels.ts';
import type { Page } from '../layout.ts';
import type { Content } from '../parts.ts';
import type { Scene } from '../scene.ts';
import { sectionsIn, tableIn, type Section } from '../sections.ts';
import { vocabularyFile } from '../vocabulary-files.ts';

/** All vocabulary files. */
export function vocabularyIndex(scene: Scene): Page {
  const { book, say } = scene;
  return {
    file: 'vocabulary.html',
    title: say(labels.vocabulary),
    crumbs: [{ title: say(labels.contents), file: 'index.html' }],
    body: html`<h1>${say(labels.vocabulary)}</h1>
      <p class="intro">${say(labels.vocabularyIntro)}</p>
      <ul class="policies">
        ${book.handbook.sources.vocabularies.map(
          ({ file, value }) =>
            html`<li>
              <a href="${address(vocabularyFile(file.name))}">${say(value.title)}</a>
              <span class="small">${value.facts?.length ?? 0}</span>
            </li>`,
        )}
      </ul>`,
  };
}

/** One vocabulary file: its facts, closed lists, units and subjects. */
export function vocabularyPage(file: string, vocabulary: Vocabulary, scene: Scene): Page {
  const { say } = scene;
  const sections = [
    ...factSection(vocabulary, scene),
    ...enumerationSection(vocabulary, scene),
    ...unitSection(vocabulary, scene),
    ...subjectSection(vocabulary, scene),
  ];
  return {
    file: vocabularyFile(file),
    title: say(vocabulary.title),
    crumbs: [
      { title: say(labels.contents), file: 'index.html' },
      { title: say(labels.vocabulary), file: 'vocabulary.html' },
    ],
    contents: sections,
    body: html`<h1>${say(vocabulary.title)}</h1>
      ${sectionsIn(sections)}`,
  };
}

function factSection({ facts = [] }: Vocabulary, scene: Scene): readonly Section[] {
  if (facts.length === 0) return [];
  const { book, say } = scene;
  const title = say(labels.facts);
  const rows = facts.flatMap(({ key }) => {
    const fact = book.handbook.facts[key.text];
    return fact === undefined
      ? []
      : [
          html`<tr id="${anchor('fact', fact.name)}">
            <th scope="row">${say(fact.title)}<br /><code>${fact.name}</code></th>
            <td>${typeIn(fact, scene)}</td>
            <td>${rangeIn(fact, scene)}</td>
          </tr>`,
        ];
  });
  return [{ id: 'facts', title, body: tableIn(title, [say(labels.fact), say(labels.type), say(labels.range)], rows) }];
}

function typeIn({ type, closed }: Fact, { book, say }: Scene): Content {
  const plain = type.is === 'list' ? type.of : type;
  const members = plain.is === 'enumeration' ? book.program.enumerations[plain.name] : undefined;
  const list = type.is === 'list' ? `${say(labels.listOf)} ` : '';
  if (members !== undefined) return `${list}${Object.values(members).map(say).join(' · ')}`;
  return `${say(typeWords(type))}${closed ? ` · ${say(labels.closed)}` : ''}`;
}

function rangeIn({ range }: Fact, { book, language }: Scene): string {
  return range === undefined ? '' : readableIn(book.program, language).text(printRange(range, book.program));
}

function enumerationSection({ enumerations = [] }: Vocabulary, { say }: Scene): readonly Section[] {
  if (enumerations.length === 0) return [];
  const items = enumerations.map(
    ({ key, value }) =>
      html`<div id="${anchor('enumeration', key.text)}">
        <dt><code>${key.text}</code></dt>
        <dd>
          <ul class="inline">
            ${value.map(({ value: member }) => html`<li>${say(member)}</li>`)}
          </ul>
        </dd>
      </div>`,
  );
  return [{ id: 'enumerations', title: say(labels.enumerations), body: html`<dl class="details">${items}</dl>` }];
}

function unitSection({ units = [] }: Vocabulary, { say, language }: Scene): readonly Section[] {
  if (units.length === 0) return [];
  const items = units.map(
    (unit) =>
      html`<li>
        ${unit[language].join(', ')}${unit.whole ? html` <span class="small">${say(labels.wholeOnly)}</span>` : ''}
      </li>`,
  );
  return [
    {
      id: 'units',
      title: say(labels.units),
      body: html`<ul class="inline">
        ${items}
      </ul>`,
    },
  ];
}

function subjectSection({ subjects = [] }: Vocabulary, { say }: Scene): readonly Section[] {
  if (subjects.length === 0) return [];
  const titles = new Map(subjects.map(({ key, value }) => [key.text, value.title]));
  const items = subjects.map(({ value }) => {
    const within = value.within === undefined ? undefined : titles.get(value.within.text);
    return html`<li>
      ${say(value.title)}${within === undefined ? '' : html` <span class="small">${say(labels.withinSubject)} ${say(within)}</span>`}
    </li>`;
  });
  return [
    {
      id: 'subjects',
      title: say(labels.subjects),
      body: html`<ul class="inline">
        ${items}
      </ul>`,
    },
  ];
}
