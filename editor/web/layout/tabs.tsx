import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { intoSight } from '../parts/into-sight.ts';
import './tabs.css';

interface TabsProps<Id extends string> {
  readonly tabs: readonly { readonly id: Id; readonly title: string; readonly count?: number }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  readonly children: ComponentChildren;
}

/** Panels of which one is seen. Arrow keys go from tab to tab, as screen readers expect. */
export function Tabs<Id extends string>({ tabs, chosen, onChoose, children }: TabsProps<Id>): VNode {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    intoSight(list.current?.querySelector('[aria-selected="true"]'), list.current);
  }, [chosen]);
  const move = (by: number): void => {
    const index = tabs.findIndex(({ id }) => id === chosen);
    const next = tabs[(index + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChoose(next.id);
    list.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <section class="right" id="panels" tabIndex={-1}>
      <div
        class="tabs"
        role="tablist"
        ref={list}
        onKeyDown={({ key }) => {
          if (key === 'ArrowRight') move(1);
          else if (key === 'ArrowLeft') move(-1);
          else if (key === 'Home') move(-tabs.findIndex(({ id }) => id === chosen));
          else if (key === 'End') move(tabs.length - 1 - tabs.findIndex(({ id }) => id === chosen));
        }}
      >
        {tabs.map(({ id, title, count = 0 }) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === chosen}
            aria-controls="panel"
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {title}
            {count > 0 && <span class="count">{count}</span>}
          </button>
        ))}
      </div>
      <div class="panel" id="panel" role="tabpanel" aria-labelledby={`tab-${chosen}`} tabIndex={0}>
        {children}
      </div>
    </section>
  );
}
