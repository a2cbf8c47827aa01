import { html } from 'hono/html';
import type { PolicyHead } from '../../ir/program.ts';
import type { Markup } from '../../slips/markup.ts';
import { labels } from '../labels.ts';
import type { Scene } from '../scene.ts';

const width = 720;
const rowHeight = 30;
const left = 12;

/** The versions of a policy as bars over time, newest above, with a line on the day that is shown. */
export function versionLine(heads: readonly PolicyHead[], at: string, { say }: Scene): Markup {
  const days = [...heads.flatMap(({ from, to }) => [from, ...(to === undefined ? [] : [to])]), at].sort();
  const [first = at, last = at] = [days[0], days.at(-1)];
  const length = Math.max(1, daysBetween(first, last));
  // An eighth more on the right, for versions without an end.
  const place = (day: string): number =>
    left + Math.round((Math.max(0, daysBetween(first, day)) * (width - left) * 7) / (length * 8));
  const height = heads.length * rowHeight + 24;
  const bars = heads.map((head, row) => {
    const start = place(head.from);
    const end = head.to === undefined ? width : place(head.to);
    const later = supersededOn(head, heads);
    const until = later === undefined ? end : Math.min(end, Math.max(start, place(later)));
    const top = row * rowHeight + 4;
    const faint =
      until < end ? html`<rect class="rail" x="${until}" y="${top}" width="${end - until}" height="20" rx="3" />` : '';
    return html`${faint}<rect
        class="bar"
        x="${start}"
        y="${top}"
        width="${Math.max(3, until - start)}"
        height="20"
        rx="3"
      />
      <text class="on-bar" x="${start + 6}" y="${top + 15}">${head.version} · ${head.from}</text>`;
  });
  const now = place(at);
  const label = heads
    .map(({ version, from, to }) => `${say(labels.version)} ${version}: ${from} – ${to ?? ''}`)
    .join('; ');
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say(labels.versions)}">
    <svg
      class="chart"
      viewBox="0 0 ${width} ${height}"
      width="${width}"
      height="${height}"
      role="img"
      aria-label="${label}"
    >
      ${bars}
      <line class="now" x1="${now}" x2="${now}" y1="0" y2="${height - 20}" />
      <text class="tick" x="${now}" y="${height - 6}" text-anchor="middle">${at}</text>
    </svg>
  </div>`;
}

/** For a drawing only. */
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The first day on which a later version stands before it for good; interim ones give way again. */
function supersededOn({ version }: PolicyHead, heads: readonly PolicyHead[]): string | undefined {
  return heads
    .filter((one) => one.version > version && one.to === undefined)
    .map(({ from }) => from)
    .sort()[0];
}
