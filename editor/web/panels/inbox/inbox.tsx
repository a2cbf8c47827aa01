import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { InboxEntry } from '../../../../engine/service/inbox/index.ts';
import { useAsk, useKept, usePage } from '../../page.ts';
import { useRowKeys } from '../../parts/row-keys.ts';
import { useWords } from '../../words.ts';
import type { Decided } from './decided.ts';
import { everything, Filters, isWanted, type Filter } from './filters.tsx';
import { Group } from './group.tsx';
import { Recorded } from './recorded.tsx';
import { countWords, inboxWords } from './words.ts';

/** The interpretations that wait for a decision, by rule set; one of them is open. */
export function Inbox(): VNode {
  const { path, outline } = usePage();
  const { say, pick } = useWords(inboxWords);
  const [filter, setFilter] = useKept<Filter>('inbox/filter', everything);
  const [open, setOpen] = useKept('inbox/open', '');
  const [recorded, setRecorded] = useKept<Decided | undefined>('inbox/recorded', undefined);
  const isNew = useRef(false);
  const entries = useAsk('inbox/list', []);
  const last = useRef<readonly InboxEntry[]>([]);
  if (entries !== 'waiting') last.current = entries;
  const isThere = last.current.length > 0;
  const list = useRowKeys('.inbox-row', isThere);
  useEffect(() => {
    list.current?.querySelector('[aria-expanded="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  // While the text changes the list before is shown.
  if (entries === 'waiting' && !isThere) return <p class="hint working">{say('reading')}</p>;
  const shown = last.current.filter((entry) => isWanted(entry, filter, path));
  const conventions = shown.filter(({ about }) => about === 'convention');
  const others = shown.filter(({ about }) => about !== 'convention');
  const scopes = ['', ...outline.scopes.map(({ id }) => id)];
  const groups = [...Map.groupBy(others, ({ scope }) => scope ?? '')].toSorted(
    ([a], [b]) => scopes.indexOf(a) - scopes.indexOf(b),
  );
  const decided = (now: Decided): void => {
    isNew.current = true;
    setRecorded(now);
    setOpen('');
  };
  const takenBack = (id: string): void => {
    setRecorded(undefined);
    setOpen(id);
  };
  const group = { open, onOpen: (id: string) => setOpen(id === open ? '' : id), onDecided: decided };
  return (
    <div class="inbox" ref={list}>
      <p class="hint">{say('about')}</p>
      <Filters filter={filter} entries={last.current} onFilter={setFilter} />
      {recorded !== undefined && <Recorded decided={recorded} isNew={isNew.current} onTakenBack={takenBack} />}
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
