import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { InboxEntry } from '../../../../engine/service/inbox/index.ts';
import { useAsk, useKept, usePage } from '../../page.ts';
import { useWords } from '../../words.ts';
import { everything, Filters, isWanted, type Filter } from './filters.tsx';
import { Group } from './group.tsx';
import { Recorded } from './recorded.tsx';
import { countWords, inboxWords } from './words.ts';
import './inbox.css';

/** The interpretations that wait for a decision, by rule set; one of them is open. */
export function Inbox(): VNode {
  const { path, outline } = usePage();
  const { say, pick } = useWords(inboxWords);
  const [filter, setFilter] = useKept<Filter>('inbox/filter', everything);
  const [open, setOpen] = useKept('inbox/open', '');
  const [recorded, setRecorded] = useKept('inbox/recorded', '');
  const entries = useAsk('inbox/list', []);
  const list = useRef<HTMLDivElement>(null);
  const last = useRef<readonly InboxEntry[]>([]);
  if (entries !== 'waiting') last.current = entries;
  useEffect(() => {
    list.current?.querySelector('[aria-expanded="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const isThere = last.current.length > 0;
  useEffect(() => {
    // The keys also work from the panel itself, where one lands with Tab.
    const panel = list.current?.closest<HTMLElement>('[role="tabpanel"]');
    const pressed = (event: KeyboardEvent): void => move(event, list.current);
    panel?.addEventListener('keydown', pressed);
    return () => panel?.removeEventListener('keydown', pressed);
  }, [isThere]);
  // While the text changes the list before is shown.
  if (entries === 'waiting' && !isThere) return <p class="hint">{say('reading')}</p>;
  const shown = last.current.filter((entry) => isWanted(entry, filter, path));
  const conventions = shown.filter(({ about }) => about === 'convention');
  const others = shown.filter(({ about }) => about !== 'convention');
  const scopes = ['', ...outline.scopes.map(({ id }) => id)];
  const groups = [...Map.groupBy(others, ({ scope }) => scope ?? '')].toSorted(
    ([a], [b]) => scopes.indexOf(a) - scopes.indexOf(b),
  );
  const decided = (file: string): void => {
    setRecorded(file);
    setOpen('');
  };
  const group = { open, onOpen: (id: string) => setOpen(id === open ? '' : id), onDecided: decided };
  return (
    <div class="inbox" ref={list}>
      <p class="hint">{say('about')}</p>
      <Filters filter={filter} entries={last.current} onFilter={setFilter} />
      {recorded !== '' && <Recorded path={recorded} />}
      <p class="hint" role="status">
        {pick(countWords(others.filter(({ status }) => status === 'proposed').length))} · {say('keys')}
      </p>
      {shown.length === 0 && <p class="hint">{filter.query === '' ? say('nothing') : say('noneFound')}</p>}
      {groups.map(([scope, own]) => (
        <Group key={scope} title={own[0]?.scopeTitle} entries={own} {...group} />
      ))}
      {conventions.length > 0 && (
        <details class="inbox-conventions" open={filter.sort === 'convention'}>
          <summary>
            {say('conventions')} <span class="count">{conventions.length}</span>
          </summary>
          <p class="hint">{say('conventionsAbout')}</p>
          <Group title={undefined} entries={conventions} {...group} />
        </details>
      )}
    </div>
  );
}

/** j and k, or the arrows, go from one to the next; in a field they are letters. */
function move(event: KeyboardEvent, list: HTMLElement | null): void {
  const { key, target } = event;
  const by = key === 'j' || key === 'ArrowDown' ? 1 : key === 'k' || key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || list === null || !(target instanceof HTMLElement)) return;
  if (target.matches('input, select, textarea') || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = [...list.querySelectorAll<HTMLElement>('.inbox-row')].filter((row) => row.checkVisibility());
  const at = rows.indexOf(target);
  const next = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
