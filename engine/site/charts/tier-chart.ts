import { html } from 'hono/html';
import { extent, type Chart, type Tick } from '../../service/chart.ts';
import { readableIn } from '../../slips/readable.ts';
import type { Markup } from '../../slips/markup.ts';
import { textWidth } from './text-width.ts';
import type { Scene } from '../scene.ts';

const size = { width: 720, height: 260, left: 92, right: 40, top: 16, bottom: 40 };

/** A scale drawn as steps; the table below it says the same in words. */
export function tierChart(chart: Chart, title: string, { book, language }: Scene): Markup {
  const readable = readableIn(book.program, language);
  const text = (label: string): string => readable.text(label);
  const across = (at: number): number => size.left + Math.round((at * (size.width - size.left - size.right)) / extent);
  const up = (at: number): number =>
    size.height - size.bottom - Math.round((at * (size.height - size.top - size.bottom)) / extent);
  const floor = up(0);
  const areas = chart.steps.map(
    ({ from, to, height }) =>
      html`<rect
        class="area"
        x="${across(from)}"
        y="${up(height)}"
        width="${Math.max(1, across(to) - across(from))}"
        height="${floor - up(height)}"
      />`,
  );
  const lines = chart.steps.map(
    ({ from, to, height, start, end }) =>
      html`<line
          class="step"
          x1="${across(from)}"
          x2="${across(to)}"
          y1="${up(height)}"
          y2="${up(height)}"
        />${dot(across(from), up(height), start)}${dot(across(to), up(height), end)}`,
  );
  const holes = chart.holes.map(
    ({ from, to }) =>
      html`<rect
        class="hole"
        x="${across(from)}"
        y="${size.top}"
        width="${Math.max(2, across(to) - across(from))}"
        height="${floor - size.top}"
      />`,
  );
  const ticksUp = apart(
    chart.up,
    ({ at }) => up(at),
    () => 14,
  );
  const ticksAcross = apart(
    chart.across,
    ({ at }) => across(at),
    ({ label }) => textWidth(text(label), 12) + 10,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}">
    <svg
      class="chart"
      viewBox="0 0 ${size.width} ${size.height}"
      width="${size.width}"
      height="${size.height}"
      role="img"
      aria-label="${title}"
    >
      ${holes}${areas}${ticksUp.map(
        ({ at, label }) =>
          html`<line
              class="grid"
              x1="${size.left}"
              x2="${size.width - size.right}"
              y1="${up(at)}"
              y2="${up(at)}"
            /><text class="tick" x="${size.left - 10}" y="${up(at) + 4}" text-anchor="end">${text(label)}</text>`,
      )}${lines}
      <line class="axis" x1="${size.left}" x2="${size.width - size.right}" y1="${floor}" y2="${floor}" />
      ${ticksAcross.map(
        ({ at, label }) =>
          html`<text class="tick" x="${across(at)}" y="${floor + 20}" text-anchor="middle">${text(label)}</text>`,
      )}
    </svg>
  </div>`;
}

/** A full dot belongs to the step, a hollow one does not. */
function dot(x: number, y: number, end: 'closed' | 'open' | 'none'): Markup | '' {
  return end === 'none' ? '' : html`<circle class="${end}" cx="${x}" cy="${y}" r="3.5" />`;
}

/** Labels that would lie over the one before are left out; the table has them all. */
function apart(ticks: readonly Tick[], place: (tick: Tick) => number, room: (tick: Tick) => number): readonly Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const before = kept.at(-1);
    if (before === undefined || Math.abs(place(tick) - place(before)) >= (room(tick) + room(before)) / 2)
      kept.push(tick);
  }
  return kept;
}
