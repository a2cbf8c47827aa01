import { html } from 'hono/html';
import type { Markup } from '../../slips/markup.ts';
import { textWidth } from './text-width.ts';

const size = { width: 720, left: 20, right: 20 };

/** Cut-offs on the hours of a day; labels that would meet stand on lines of their own. */
export function dayLine(cuts: readonly { readonly time: string; readonly label: string }[], title: string): Markup {
  const place = (time: string): number => {
    const [hours = '0', minutes = '0'] = time.split(':');
    const part = Number.parseInt(hours, 10) * 60 + Number.parseInt(minutes, 10);
    return size.left + Math.round((part * (size.width - size.left - size.right)) / 1440);
  };
  const ends: number[] = [];
  const placed = [...cuts]
    .sort((a, b) => (a.time < b.time ? -1 : 1))
    .map(({ time, label }) => {
      const text = `${label} · ${time}`;
      const half = textWidth(text, 12) / 2 + 6;
      const x = place(time);
      const found = ends.findIndex((end) => end <= x - half);
      const row = found < 0 ? ends.length : found;
      ends[row] = x + half;
      return { x, text, row };
    });
  const axis = ends.length * 20 + 12;
  const hours = [0, 3, 6, 9, 12, 15, 18, 21, 24];
  const label = placed.map(({ text }) => text).join('; ');
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}">
    <svg
      class="chart"
      viewBox="0 0 ${size.width} ${axis + 30}"
      width="${size.width}"
      height="${axis + 30}"
      role="img"
      aria-label="${label}"
    >
      <line class="axis" x1="${size.left}" x2="${size.width - size.right}" y1="${axis}" y2="${axis}" />
      ${hours.map((hour) => {
        const x = place(`${hour}:00`);
        return html`<line class="axis" x1="${x}" x2="${x}" y1="${axis}" y2="${axis + 6}" /><text
            class="tick"
            x="${x}"
            y="${axis + 22}"
            text-anchor="middle"
            >${hour}:00</text
          >`;
      })}${placed.map(
        ({ x, text, row }) =>
          html`<line class="step" x1="${x}" x2="${x}" y1="${row * 20 + 18}" y2="${axis}" /><text
              class="label"
              x="${x}"
              y="${row * 20 + 13}"
              text-anchor="middle"
              >${text}</text
            >`,
      )}
    </svg>
  </div>`;
}
