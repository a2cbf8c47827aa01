import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * j and k, or the arrows, go from row to row of a list in a panel; in a field they are letters. The ref is for the list, `rows`
 * selects the rows in it, `isThere` tells whether the list is drawn yet.
 */
export function useRowKeys(rows: string, isThere: boolean): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Also from the panel itself, where one lands with Tab.
    const panel = list.current?.closest<HTMLElement>('[role="tabpanel"]');
    const pressed = (event: KeyboardEvent): void => move(event, list.current, rows);
    panel?.addEventListener('keydown', pressed);
    return () => panel?.removeEventListener('keydown', pressed);
  }, [isThere]);
  return list;
}

function move(event: KeyboardEvent, list: HTMLElement | null, wanted: string): void {
  const { key, target } = event;
  const by = key === 'j' || key === 'ArrowDown' ? 1 : key === 'k' || key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || list === null || !(target instanceof HTMLElement)) return;
  if (target.matches('input, select, textarea') || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = [...list.querySelectorAll<HTMLElement>(wanted)].filter((row) => row.checkVisibility());
  const at = rows.findIndex((row) => row === target || row.parentElement?.contains(target) === true);
  const next = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
