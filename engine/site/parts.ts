import { html } from 'hono/html';
import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Cell, Expr } from '../expression/ast.ts';
import type { Type } from '../ir/type.ts';
import type { Place } from '../kinds/place.ts';
import type { Word } from '../shape/schema.ts';
import type { Markup } from '../slips/markup.ts';
import type { Span } from '../source/span.ts';
import { address, anchor } from './file-names.ts';
import { labels } from './labels.ts';
import type { PolicyScene, Scene } from './scene.ts';
import { cellWords, expressionWords } from './words/expression.ts';
import type { Piece } from './words/piece.ts';

/** What stands in a page: text is escaped, markup is not. */
export type Content = Markup | string | readonly Content[];

/** Markup as the page will hold it. */
export function textOf(content: Content): string {
  if (isList(content)) return content.map(textOf).join('');
  if (content instanceof Promise) throw new Error('a page waits for nothing');
  return content.valueOf();
}

const isList = (content: Content): content is readonly Content[] => Array.isArray(content);

/** An expression in words, its names as links. */
export function expressionIn(expr: Expr, scene: PolicyScene, hint?: Type): Content {
  return placed(expr.span, pieces(expressionWords(expr, scene.reader, hint), scene), scene);
}

/** A cell of a table, a tier or a range in words. */
export function cellIn(cell: Cell, scene: PolicyScene, hint?: Type): Content {
  return placed(cell.span, pieces(cellWords(cell, scene.reader, hint), scene), scene);
}

function placed({ start, end, file }: Span, content: Content, { hasPlaces }: Scene): Content {
  return hasPlaces === true ? html`<span data-at="${start} ${end} ${file}">${content}</span>` : content;
}

export function pieces(words: readonly Piece[], scene: PolicyScene): Content {
  return words.map((piece) => {
    if (typeof piece === 'string') return piece;
    if ('rests' in piece) return restsMark([piece.rests], scene);
    if ('gap' in piece) return gapMark(piece.gap, scene);
    const [text, look] = 'term' in piece ? [piece.term, 'term'] : [piece.raw, 'raw'];
    return piece.href === undefined
      ? html`<span class="${look}">${text}</span>`
      : html`<a class="${look}" href="${piece.href}">${text}</a>`;
  });
}

/** What the source leaves open, with a way to what is missing. */
export function gapMark(id: string, { say, policy }: PolicyScene): Markup {
  const gap = policy.gaps?.find((one) => one.id.text === id);
  const text = say(labels.notStated);
  return gap === undefined
    ? html`<span class="open">${text}</span>`
    : html`<a class="open" href="#${encodeURIComponent(anchor('gap', id))}" title="${say(gap.says)}">${text}</a>`;
}

/** The numbers of the interpretations that something rests on, as the list at the end of the page has them. */
export function restsMark(ids: readonly (string | Word)[] | undefined, scene: PolicyScene): Markup | '' {
  if (ids === undefined || ids.length === 0) return '';
  const listed = scene.policy.interpretations ?? [];
  return html`<sup class="rests"
    >${ids.map((one) => {
      const id = typeof one === 'string' ? one : one.text;
      const at = listed.findIndex((known) => known.id.text === id);
      const title = listed[at]?.question;
      if (title !== undefined) {
        return html`<a href="#${encodeURIComponent(anchor('interpretation', id))}" title="${scene.say(title)}"
          >${at + 1}</a
        >`;
      }
      const whole = id.includes('#') ? id : `handbook#${id}`;
      return html`<a href="${interpretationAddress(whole)}">*</a>`;
    })}</sup
  >`;
}

export const interpretationAddress = (id: string): string =>
  address('interpretations.html', anchor('interpretation', id));

export const clauseAddress = (id: string, part: string): string =>
  address(`clauses.${part}.html`, anchor('clause', id));

/** Clauses as links to the registers; one that no register has is only named. */
export function citesIn(cites: readonly (string | Word)[] | undefined, { book, say }: Scene): Markup | '' {
  if (cites === undefined || cites.length === 0) return '';
  return html`<span class="cites"
    >${cites.map((one) => {
      const id = typeof one === 'string' ? one : one.text;
      const entry = book.clauses.get(id);
      return entry === undefined
        ? html`<span class="clause">${id}</span> `
        : html`<a class="clause" href="${clauseAddress(id, entry.part)}" title="${say(entry.clause.title)}">${id}</a> `;
    })}</span
  >`;
}

/** A post, department, relation or group by its title. */
export function personIn(id: string, { book, say, version }: PolicyScene): Markup {
  const person = book.people(version.head.scope, id);
  if (person === undefined) return html`<span class="raw">${id}</span>`;
  const page = person.policy === undefined ? undefined : book.byName.get(person.policy);
  const file = page === undefined ? undefined : book.files.get(page.main);
  return file === undefined
    ? html`${say(person.title)}`
    : html`<a class="person" href="${address(file, anchor('person', id))}">${say(person.title)}</a>`;
}

interface Unstated {
  readonly form: 'unstated';
  readonly value: { readonly unstated: Word };
}

/** Somebody, or the gap that stands for them. */
export function whoIn(who: Unstated | { readonly form: 'plain'; readonly value: Word }, scene: PolicyScene): Markup {
  return who.form === 'unstated' ? gapMark(who.value.unstated.text, scene) : personIn(who.value.text, scene);
}

/** Several, with what the language puts between them. */
export function listed(items: readonly (Markup | string)[], { language }: Scene): Content {
  return items.flatMap((item, i) => (i === 0 ? [item] : [language === 'zh' ? '、' : ', ', item]));
}

/** A value, who decides it, or what leaves it open. */
export function placeIn(place: Place, scene: PolicyScene, hint?: Type): Content {
  switch (place.form) {
    case 'plain':
      return expressionIn(place.value, scene, hint);
    case 'value':
      return html`${expressionIn(place.value.value, scene, hint)}${restsMark(place.value['rests-on'], scene)}`;
    case 'unstated':
      return gapMark(place.value.unstated.text, scene);
    case 'left-to':
      return html`${leftToIn(place.value['left-to'], scene)}${restsMark(place.value['rests-on'], scene)}`;
  }
}

type LeftTo = Extract<Place, { form: 'left-to' }>['value']['left-to'];

/** A value that a person decides within a range. */
export function leftToIn(written: LeftTo, scene: PolicyScene): Markup {
  const who = whoIn(written.by, scene);
  const allowed = cellIn(written.allowed, scene);
  return scene.language === 'zh'
    ? html`<span class="left-to">由${who}在 ${allowed} 内决定</span>`
    : html`<span class="left-to">${who} decides within ${allowed}</span>`;
}

/** Lines of free text. */
export function linesIn(lines: readonly Texts[], { say }: Scene): Markup {
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) return html`<p>${say(only)}</p>`;
  return html`<ul>
    ${lines.map((line) => html`<li>${say(line)}</li>`)}
  </ul>`;
}

/** A value as text; members of enumerations by their titles. */
export function memberIn(type: Type | undefined, text: string, { book, say }: Scene): string {
  const members = type?.is === 'enumeration' ? (book.program.enumerations[type.name] ?? {}) : {};
  const title = Object.hasOwn(members, text) ? members[text] : undefined;
  return title === undefined ? text : say(title);
}
