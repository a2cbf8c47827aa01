import { useEffect, useRef } from 'preact/hooks';
import { shortcuts } from './shortcuts.ts';

type Acts = Readonly<Record<NonNullable<(typeof shortcuts)[number]['id']>, () => void>>;

/** Does what the page's own keys mean, before anything else on the page hears of them. */
export function useShortcuts(acts: Acts): void {
  const newest = useRef(acts);
  newest.current = acts;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const found = shortcuts.find(({ act }) => act?.(event) === true);
      if (found?.id === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      newest.current[found.id]();
    };
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, []);
}

/** The parts of the page: where each is, and what in it takes the keyboard. */
const areas = {
  tree: '#tree [role="treeitem"][tabindex="0"]',
  text: '#text :is(.monaco-editor .native-edit-context, .monaco-editor textarea, .form-view :is(input, select, button), pre)',
  panels: '#panels [role="tab"][tabindex="0"]',
} as const;
type Area = keyof typeof areas;
const order = Object.keys(areas) as readonly Area[];

/** Moves the keyboard into a part of the page. */
export function focusArea(area: Area): void {
  const inside = document.querySelector<HTMLElement>(areas[area]);
  (inside ?? document.getElementById(area))?.focus();
}

/** Moves the keyboard to the next part of the page, or the one before. */
export function goToArea(by: 1 | -1): void {
  const at = order.findIndex((area) => document.activeElement?.closest(`#${area}`));
  const next = at === -1 ? 0 : (at + by + order.length) % order.length;
  focusArea(order[next] ?? 'tree');
}
