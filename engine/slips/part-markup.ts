import { html } from 'hono/html';
import type { Language } from '../diagnostic/diagnostic.ts';
import type { Markup } from './markup.ts';
import type { Clause, Line, Part } from './slip.ts';
import { inBrackets, slipWords } from './words.ts';

/** A part with its way to the value, its clauses and version, then the parts below it. */
export function partSections(part: Part, depth: number, language: Language): Markup {
  const words = slipWords[language];
  const { number, title, status, result, reasons, marks, lines, clauses, policy, parts } = part;
  const sources = [
    ...(clauses.length === 0
      ? []
      : [html`<p class="source">${words.clauses}${words.colon}${clauseList(clauses, language)}</p>`]),
    ...(policy === undefined ? [] : [html`<p class="source">${words.version(policy)}</p>`]),
  ];
  return html`<div class="part depth-${Math.min(depth, 3)}">
      <h3 id="${language}-${number}">
        <span class="number">${number}</span> <span class="title">${title}${ofPolicy(part, depth, language)}</span>
        <span class="amount ${status}">${result}${markLinks(marks, language)}</span>
      </h3>
      ${reasons.map((reason) => html`<p class="source"><span class="reason">${reason}</span></p>`)}
      ${lineList(lines, language)} ${sources}
    </div>
    ${parts.map((below) => partSections(below, depth + 1, language))}`;
}

/** Whose rate or amount it is, where the part above belongs to another policy. */
function ofPolicy({ policy, title }: Part, depth: number, language: Language): Markup | '' {
  const other = policy?.title[language];
  if (depth === 0 || other === undefined || other === title) return '';
  return html`<span class="of">${inBrackets(other, language)}</span>`;
}

function lineList(lines: readonly Line[], language: Language): Markup | '' {
  if (lines.length === 0) return '';
  return html`<ul class="lines">
    ${lines.map((line) => lineItem(line, language))}
  </ul>`;
}

function lineItem({ sort, text, marks = [], clauses = [], see, below = [] }: Line, language: Language): Markup {
  const words = slipWords[language];
  const seen = see === undefined ? '' : html` <a class="see" href="#${language}-${see}">${words.see(see)}</a>`;
  const cited = clauses.length === 0 ? '' : html` <span class="small">[${clauseList(clauses, language)}]</span>`;
  return html`<li class="${sort}">
    <span class="text">${text}</span>${markLinks(marks, language)}${seen}${cited}${lineList(below, language)}
  </li> `;
}

/** `O-1.3 Pay consists of …; O-1.3.2 …` */
export function clauseList(clauses: readonly Clause[], language: Language): Markup {
  const { semicolon } = slipWords[language];
  return html`${clauses.map(({ id, title }, i) => html`${i === 0 ? '' : semicolon}${id}${title === undefined ? '' : ` ${title}`}`)}`;
}

/** `[1] [3]`, leading to the notes at the foot. */
export function markLinks(marks: readonly number[], language: Language): Markup | '' {
  if (marks.length === 0) return '';
  return html`<span class="mark"
    >${marks.map((mark) => html`<a href="#${language}-note-${mark}">[${mark}]</a>`)}</span
  >`;
}
