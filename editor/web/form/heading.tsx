import type { VNode } from 'preact';

/** A heading as deep as its part stands. */
export function Heading({ depth, text }: { readonly depth: number; readonly text: string }): VNode {
  const Level = `h${Math.min(6, depth)}` as 'h2';
  return <Level class="form-heading">{text}</Level>;
}
