import { html } from 'hono/html';
import type { Markup } from '../slips/markup.ts';
import type { Content } from './parts.ts';

/** A part of a page with a heading that can be linked to. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Content;
}

export function sectionsIn(sections: readonly Section[]): Content {
  return sections.map(
    ({ id, title, body }) =>
      html`<section id="${id}">
        <h2>${title}</h2>
        ${body}
      </section> `,
  );
}

/** A table that scrolls by itself where the page is too narrow for it; assistive technology and keys reach it by its name. */
export function tableIn(
  name: string,
  heads: readonly Content[],
  rows: readonly Markup[],
  width: 'wide' | 'narrow' = 'wide',
): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}">
    <table class="${width}">
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
