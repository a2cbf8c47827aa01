import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Span } from '../../../../engine/service/index.ts';
import { usePage } from '../../page.ts';
import { blocksIn, focusBlock, idAround, placeIn, reachable } from './blocks.ts';

interface Places {
  /** Leads to the place that a click means. */
  readonly click: (event: MouseEvent) => Promise<void>;
  /** Arrows walk from line to line, Enter leads to its place. */
  readonly key: (event: KeyboardEvent) => Promise<void>;
}

/** Every line of a shown page leads to where it is written. `html` is what stands in the host's shadow; `file` the page's own. */
export function usePlaces(host: RefObject<HTMLElement | null>, html: string, file: string): Places {
  const { client, path, at, show } = usePage();
  const blocks = useRef<readonly HTMLElement[]>([]);
  useEffect(() => {
    const root = host.current?.shadowRoot;
    blocks.current = root === null || root === undefined ? [] : blocksIn(root);
    reachable(blocks.current);
  }, [html]);

  const placeOf = async (clicked: Element, block: HTMLElement): Promise<Span | undefined> => {
    const formula = placeIn(clicked, block);
    if (formula !== undefined) return formula;
    const words = block.textContent;
    // A policy's cases are read on its own page.
    for (const one of [path, path.replace(/\.cases\.yaml$/, '.yaml')]) {
      const written = await client.ask('reading/written', one, words);
      if (written !== undefined) return written;
    }
    const id = idAround(block);
    return id === undefined
      ? undefined
      : client.ask('reading/target', `${encodeURIComponent(file)}#${encodeURIComponent(id)}`, at);
  };
  const lead = async (clicked: Element): Promise<void> => {
    const block = blocks.current.find((one) => one.contains(clicked));
    const span = block === undefined ? undefined : await placeOf(clicked, block);
    if (span !== undefined) show(span);
  };
  return {
    click: async (event) => {
      const [clicked] = event.composedPath();
      // Whoever marks words wants to copy them.
      if (clicked instanceof Element && getSelection()?.isCollapsed !== false) await lead(clicked);
    },
    key: async (event) => {
      const [focused] = event.composedPath();
      const index = blocks.current.findIndex((one) => one === focused);
      if (index === -1) return;
      const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: blocks.current.length - 1 }[event.key];
      if (next === undefined && event.key !== 'Enter') return;
      event.preventDefault();
      if (next !== undefined) focusBlock(blocks.current, blocks.current[next]);
      else if (focused instanceof Element) await lead(focused);
    },
  };
}
