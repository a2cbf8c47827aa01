import { html } from 'hono/html';
import { partTitle, type ClauseEntry } from '../book.ts';
import { address, anchor } from '../file-names.ts';
import { labels } from '../labels.ts';
import type { Page } from '../layout.ts';
import { clauseAddress, interpretationAddress, type Content } from '../parts.ts';
import type { Scene } from '../scene.ts';
import { sectionsIn, type Section } from '../sections.ts';
import { carriersOf, examplesCiting, otherInterpretations } from './clause-links.ts';

/** The sources and their parts. */
export function clausesPage(scene: Scene): Page {
  const { book, say } = scene;
  const parts = Map.groupBy(book.clauses.values(), ({ part }) => part);
  const sections = book.handbook.sources.registers.map(({ value }): Section => {
    const own = [...parts].filter(([, [first]]) => first?.source === value.source.text);
    return {
      id: `source-${value.source.text}`,
      title: `${value.source.text} · ${say(value.title)}`,
      body: html`<ul class="policies">
        ${own.map(([part, clauses]) => {
          const title = partTitle(part, book);
          return html`<li>
            <a href="${address(`clauses.${part}.html`)}">${part}${title === undefined ? '' : ` ${say(title)}`}</a>
            <span class="small">${clauses.length}</span>
          </li>`;
        })}
      </ul>`,
    };
  });
  return {
    file: 'clauses.html',
    title: say(labels.clauses),
    crumbs: [{ title: say(labels.contents), file: 'index.html' }],
    contents: sections,
    body: html`<h1>${say(labels.clauses)}</h1>
      <p class="intro">${say(labels.clausesIntro)}</p>
      ${sectionsIn(sections)}`,
  };
}

/** The clauses of one part of a source, with all that carries them. */
export function clausePartPage(part: string, clauses: readonly ClauseEntry[], scene: Scene): Page {
  const { say, book } = scene;
  const title = partTitle(part, book);
  const name = `${part}${title === undefined ? '' : ` ${say(title)}`}`;
  return {
    file: `clauses.${part}.html`,
    title: name,
    crumbs: [
      { title: say(labels.contents), file: 'index.html' },
      { title: say(labels.clauses), file: 'clauses.html' },
    ],
    body: html`<h1>${name}</h1>
      <ul class="register">
        ${clauses.map((entry) => clauseItem(entry, scene))}
      </ul>`,
  };
}

function clauseItem({ clause }: ClauseEntry, scene: Scene): Content {
  const { say, book } = scene;
  const id = clause.id.text;
  const own = book.contradictions.filter(({ sides }) => sides.some((side) => side.clause === id));
  return html`<li id="${anchor('clause', id)}">
    <p>
      <a class="clause" href="${`#${encodeURIComponent(anchor('clause', id))}`}">${id}</a>
      <strong>${say(clause.title)}</strong> <span class="tag">${say(labels.form[clause.form])}</span>
    </p>
    <dl class="details">
      <div>
        <dt>${say(labels.citedBy)}</dt>
        <dd>${carriersOf(id, scene)}</dd>
      </div>
      ${examplesCiting(id, scene)} ${figuresOf(clause, scene)} ${issuesOf(clause, scene)}
      ${otherInterpretations(clause, scene)}
      ${
        own.length === 0
          ? ''
          : html`<div>
              <dt>${say(labels.contradictions)}</dt>
              <dd>
                ${own.map(
                  ({ id: one, says }) =>
                    html`<p>
                      <a href="${address('contradictions.html', anchor('contradiction', one))}">${say(says)}</a>
                    </p>`,
                )}
              </dd>
            </div>`
      }
    </dl>
  </li>`;
}

function figuresOf({ figures = [] }: ClauseEntry['clause'], { say }: Scene): Content {
  if (figures.length === 0) return '';
  return html`<div>
    <dt>${say(labels.figures)}</dt>
    <dd>
      <ul class="inline">
        ${figures.map(({ value }) =>
          value.form === 'plain'
            ? html`<li lang="en">${value.value}</li>`
            : html`<li>
                <span lang="en">${value.value.figure}</span>
                <span class="small">
                  ${'no-value' in value.value ? say(value.value['no-value']) : value.value.written.join(' · ')}
                </span>
              </li>`,
        )}
      </ul>
    </dd>
  </div>`;
}

function issuesOf({ issues = [] }: ClauseEntry['clause'], { say, book }: Scene): Content {
  if (issues.length === 0) return '';
  return html`<div>
    <dt>${say(labels.issues)}</dt>
    <dd>
      ${issues.map(
        ({ says, answer }) =>
          html`<p>
            ${say(says)}
            ${
              answer.form === 'plain'
                ? answer.value.map(({ text }) => {
                    const known = book.interpretations.find(({ id }) => id === text);
                    return known === undefined
                      ? html`<span class="open">${text}</span> `
                      : html`→ <a href="${interpretationAddress(text)}">${say(known.interpretation.answer)}</a> `;
                  })
                : html`<span class="small">${say(labels.noEffect)} ${say(answer.value['no-effect'])}</span>`
            }
          </p>`,
      )}
    </dd>
  </div>`;
}

/** The clause's place in the registers, for those who link to it. */
export const clauseHref = (id: string, { book }: Scene): string | undefined => {
  const entry = book.clauses.get(id);
  return entry === undefined ? undefined : clauseAddress(id, entry.part);
};
