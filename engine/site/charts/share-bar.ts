import { html } from 'hono/html';
import type { Markup } from '../../slips/markup.ts';

/** A part of the whole as a bar; its number stands beside it. `digits`: of a percent, `12.5`. */
export function shareBar(digits: string): Markup {
  return html`<svg class="share" height="10" width="100%" aria-hidden="true" focusable="false">
    <rect class="rail" width="100%" height="10" rx="5" />
    <rect class="bar" width="${digits}%" height="10" rx="5" />
  </svg>`;
}
