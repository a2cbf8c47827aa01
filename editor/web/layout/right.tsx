import type { VNode } from 'preact';
import { usePage } from '../page.ts';
import { panels } from '../panels/index.ts';
import { useWords } from '../words.ts';
import { PartView } from './part-view.tsx';
import { Tabs } from './tabs.tsx';

/** The panels, one of them open. */
export function Right({ chosen }: { readonly chosen: string }): VNode {
  const page = usePage();
  const { pick } = useWords();
  const open = panels.find(({ id }) => id === chosen) ?? panels[0];
  const tabs = panels.map(({ id, title, count }) => ({ id, title: pick(title), count: count?.(page) ?? 0 }));
  return (
    <Tabs tabs={tabs} chosen={open?.id ?? ''} onChoose={page.openPanel}>
      {open !== undefined && <PartView key={open.id} of={open.view} />}
    </Tabs>
  );
}
