import type { VNode } from 'preact';
import type { InboxEntry } from '../../../../engine/service/inbox/index.ts';
import { useWords } from '../../words.ts';
import { inboxWords } from './words.ts';

/** Which interpretations are shown. */
export interface Filter {
  readonly query: string;
  readonly sort: 'all' | InboxEntry['about'];
  readonly status: 'waiting' | 'done';
  /** A rule set, everything, or the file that is shown. */
  readonly where: string;
}

const thisFile = '*file';
export const everything: Filter = { query: '', sort: 'all', status: 'waiting', where: '' };

/** Whether an interpretation is asked for, the words in either language. */
export function isWanted(entry: InboxEntry, { query, sort, status, where }: Filter, path: string): boolean {
  if ((entry.status === 'proposed') !== (status === 'waiting')) return false;
  if (sort !== 'all' && entry.about !== sort) return false;
  if (where === thisFile ? entry.origin.file !== path : where !== '' && entry.scope !== where) return false;
  const { id, clauses, question, answer, title } = entry;
  const text = plain(
    [id, ...clauses, ...[question, answer, title].flatMap((one) => (one ? [one.en, one.zh] : []))].join('\n'),
  );
  return plain(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

interface FiltersProps {
  readonly filter: Filter;
  readonly entries: readonly InboxEntry[];
  readonly onFilter: (filter: Filter) => void;
}

const sorts = ['doubt', 'chooses', 'fills', 'convention'] as const;

/** Words, sort, status and place to choose by. */
export function Filters({ filter, entries, onFilter }: FiltersProps): VNode {
  const { say, pick, language } = useWords(inboxWords);
  const scopes = new Map(
    entries.flatMap(({ scope, scopeTitle }) => (scope === undefined ? [] : [[scope, scopeTitle]])),
  );
  return (
    <div class="inbox-filters" role="search">
      <input
        type="search"
        value={filter.query}
        placeholder={say('search')}
        aria-label={say('search')}
        onInput={({ currentTarget }) => onFilter({ ...filter, query: currentTarget.value })}
      />
      <select
        aria-label={say('sort')}
        value={filter.sort}
        onChange={({ currentTarget }) => onFilter({ ...filter, sort: currentTarget.value as Filter['sort'] })}
      >
        <option value="all">{say('allSorts')}</option>
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {say(sort)}
          </option>
        ))}
      </select>
      <select
        aria-label={say('status')}
        value={filter.status}
        onChange={({ currentTarget }) => onFilter({ ...filter, status: currentTarget.value as Filter['status'] })}
      >
        <option value="waiting">{say('waiting')}</option>
        <option value="done">{say('done')}</option>
      </select>
      <select
        aria-label={say('where')}
        value={filter.where}
        onChange={({ currentTarget }) => onFilter({ ...filter, where: currentTarget.value })}
      >
        <option value="">{say('everywhere')}</option>
        <option value={thisFile}>{say('thisFile')}</option>
        {[...scopes]
          .map(([id, title]) => [String(id), typeof title === 'object' ? pick(title) : String(id)] as const)
          .toSorted(([, a], [, b]) => a.localeCompare(b, language))
          .map(([id, title]) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
      </select>
    </div>
  );
}
