import type { Span } from '../../../../engine/service/index.ts';

const parts = 'tbody tr, li, p, dl > div, h1, h3';

/** The parts of a shown page that each lead to their place: rows whole, else the innermost lines, in their order. */
export function blocksIn(root: ParentNode): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(parts)].filter((part) => {
    if (part.closest('figure, svg') !== null || (part.closest('tbody tr') ?? part) !== part) return false;
    return part.localName === 'tr' || part.querySelector(parts) === null;
  });
}

/** Makes the blocks one stop of the tab key; within them the arrows lead on. */
export function reachable(blocks: readonly HTMLElement[]): void {
  for (const [index, block] of blocks.entries()) {
    block.tabIndex = index === 0 ? 0 : -1;
    block.classList.add('leads');
  }
}

/** Gives the focus to a block, which the tab key then comes back to. */
export function focusBlock(blocks: readonly HTMLElement[], next: HTMLElement | undefined): void {
  if (next === undefined) return;
  for (const block of blocks) block.tabIndex = block === next ? 0 : -1;
  next.focus();
}

/** The place that a formula was made from: the one that was clicked, else the first of its block. */
export function placeIn(clicked: Element, block: Element): Span | undefined {
  const own = clicked.closest('[data-at]');
  const at = (own !== null && block.contains(own) ? own : block.querySelector('[data-at]'))?.getAttribute('data-at');
  const [, start, end, file = ''] = /^(\d+) (\d+) (.*)$/.exec(at ?? '') ?? [];
  return start === undefined ? undefined : { file, start: Number(start), end: Number(end) };
}

/** The id of what a block belongs to. */
export const idAround = (block: Element): string | undefined => block.closest('[id]')?.id;
