import { html } from 'hono/html';
import type { Markup } from '../../slips/markup.ts';
import type { Scene } from '../scene.ts';
import type { MarkedDay } from '../views/month-days.ts';
import { weekdayHeads } from '../views/recurrence.ts';

/** The weeks of a month, from Monday, with what its days are. */
export function monthOf(days: readonly MarkedDay[], { say }: Scene): Markup {
  const [first] = days;
  if (first === undefined) return html``;
  // 1970-01-05 was a Monday.
  const before = (Math.floor(Date.parse(first.day) / 86_400_000) + 3) % 7;
  const cells: readonly (MarkedDay | undefined)[] = [...Array.from({ length: before }, () => undefined), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) => cells.slice(i * 7, i * 7 + 7));
  const month = first.day.slice(0, 7);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${month}">
    <table class="month">
      <caption>
        ${month}
      </caption>
      <thead>
        <tr>
          ${weekdayHeads.map((head) => html`<th scope="col">${say(head)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeks.map(
          (week) =>
            html`<tr>
              ${week.map((one) => dayIn(one))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function dayIn(one: MarkedDay | undefined): Markup {
  if (one === undefined) return html`<td></td>`;
  const number = one.day.slice(8).replace(/^0/, '');
  return one.marks.length === 0
    ? html`<td>${number}</td>`
    : html`<td class="marked"><strong>${number}</strong>${one.marks.map((mark) => html`<span>${mark}</span>`)}</td>`;
}
