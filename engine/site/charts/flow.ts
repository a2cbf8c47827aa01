import { html } from 'hono/html';
import type { Markup } from '../../slips/markup.ts';
import type { layered } from './layered.ts';
import { textLines, textWidth } from './text-width.ts';

interface FlowNode {
  readonly id: string;
  readonly title: string;
  /** Who does it. */
  readonly under: string;
  /** Only done under a condition. */
  readonly optional: boolean;
  readonly href: string;
}
interface FlowEdge {
  readonly from: string;
  readonly to: string;
  /** Goes back when the result is rejected. */
  readonly back: boolean;
}

const width = 184;
const line = 18;
const pad = 10;

/** Steps from above to below, as far beside each other as their order lets them. */
export function flowChart(
  nodes: readonly FlowNode[],
  edges: readonly FlowEdge[],
  words: { readonly title: string; readonly rejected: string },
  layout: typeof layered,
): Markup {
  const boxes = nodes.map((node) => {
    const title = textLines(node.title, 14, width - 2 * pad, 3);
    const under = node.under === '' ? [] : textLines(node.under, 12, width - 2 * pad, 2);
    return { ...node, width, title, under, height: (title.length + under.length) * line + 2 * pad };
  });
  const label = { width: textWidth(words.rejected, 12), height: 14 };
  const placed = layout(
    boxes,
    edges.map(({ from, to, back }) => ({ from, to, sort: back ? 'back' : 'on', ...(back ? { label } : {}) })),
  );
  const paths = placed.lines.map(({ sort, points, label: at }) => {
    const d = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
    const written =
      sort === 'back' && at !== undefined
        ? html`<text class="flow-label" x="${at.x}" y="${at.y + 4}" text-anchor="middle">${words.rejected}</text>`
        : '';
    return html`<path class="flow-${sort}" d="${d}" marker-end="url(#arrow)" />${written}`;
  });
  const drawn = boxes.map((box) => {
    const { x, y } = placed.boxes.get(box.id) ?? { x: 0, y: 0 };
    return boxIn(box, x - width / 2, y - Math.round(box.height / 2));
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.title}">
    <svg
      class="chart"
      viewBox="0 0 ${placed.width} ${placed.height}"
      width="${placed.width}"
      height="${placed.height}"
      role="group"
      aria-label="${words.title}"
    >
      <defs>
        <marker
          id="arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path class="arrow" d="M0 0L8 4L0 8z" />
        </marker>
      </defs>
      ${paths}${drawn}
    </svg>
  </div>`;
}

interface Drawn {
  readonly title: readonly string[];
  readonly under: readonly string[];
  readonly height: number;
  readonly optional: boolean;
  readonly href: string;
}

function boxIn({ title, under, height, optional, href }: Drawn, left: number, top: number): Markup {
  const first = top + pad + 13;
  return html`<a href="${href}"
    ><rect
      class="flow-node${optional ? ' optional' : ''}"
      x="${left}"
      y="${top}"
      width="${width}"
      height="${height}"
      rx="6"
    />${title.map(
      (text, i) => html`<text class="flow-title" x="${left + pad}" y="${first + i * line}">${text}</text>`,
    )}${under.map(
      (text, i) =>
        html`<text class="flow-under" x="${left + pad}" y="${first + (title.length + i) * line}">${text}</text>`,
    )}</a
  >`;
}
