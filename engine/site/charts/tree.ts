import { hierarchy, tree } from 'd3-hierarchy';
import { html } from 'hono/html';
import type { Markup } from '../../slips/markup.ts';
import { textLines } from './text-width.ts';

export interface TreeNode {
  readonly title: string;
  readonly under: string;
  /** What stands above it is not stated. */
  readonly open: boolean;
  readonly href?: string;
  readonly children: readonly TreeNode[];
}

const box = { width: 156, height: 50 };
const step = { down: 58, across: 190 };

/** A tree from left to right: wide ones grow downwards, as pages do. */
export function treeChart(root: TreeNode, title: string): Markup {
  const laid = tree<TreeNode>().nodeSize([step.down, step.across])(
    hierarchy<TreeNode>(root, ({ children }) => [...children]),
  );
  const nodes = laid.descendants();
  const top = Math.min(...nodes.map(({ x }) => x)) - box.height / 2 - 4;
  const height = Math.round(Math.max(...nodes.map(({ x }) => x)) + box.height / 2 + 4 - top);
  const width = Math.round(Math.max(...nodes.map(({ y }) => y)) + box.width + 8);
  const place = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    left: Math.round(y + 4),
    middle: Math.round(x - top),
  });
  const lines = laid.links().map(({ source, target }) => {
    const [from, to] = [place(source), place(target)];
    const bend = to.left - 17;
    return html`<path
      class="${target.data.open ? 'tree-open' : 'tree-line'}"
      d="M${from.left + box.width} ${from.middle}H${bend}V${to.middle}H${to.left}"
    />`;
  });
  const boxes = nodes.map((node) => {
    const { left, middle } = place(node);
    const { data } = node;
    const titles = textLines(data.title, 13, box.width - 18, 2);
    const unders = data.under === '' || titles.length > 1 ? [] : textLines(data.under, 11, box.width - 18, 1);
    const rows = titles.length + unders.length;
    const first = middle - (rows - 1) * 9 + 5;
    const content = html`<rect
        class="tree-node${node.depth === 0 ? ' root' : ''}"
        x="${left}"
        y="${middle - box.height / 2}"
        width="${box.width}"
        height="${box.height}"
        rx="6"
      />${titles.map(
        (text, i) => html`<text class="tree-title" x="${left + 9}" y="${first + i * 18}">${text}</text>`,
      )}${unders.map((text, i) => html`<text class="tree-under" x="${left + 9}" y="${first + (titles.length + i) * 18}">${text}</text>`)}`;
    return data.href === undefined ? content : html`<a href="${data.href}">${content}</a>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}">
    <svg
      class="chart"
      viewBox="0 0 ${width} ${height}"
      width="${width}"
      height="${height}"
      role="group"
      aria-label="${title}"
    >
      ${lines}${boxes}
    </svg>
  </div>`;
}
