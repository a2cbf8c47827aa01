import type { VNode } from 'preact';
import { usePage } from '../../page.ts';
import { useWords } from '../../words.ts';
import type { Entry } from './entries.ts';
import { historyWords } from './words.ts';

interface TimeLineProps {
  readonly entries: readonly Entry[];
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
  readonly onPick: (column: 'before' | 'after', entry: Entry) => void;
}

/** Texts of a policy in time, the newest at the top; one of each column is compared. */
export function TimeLine({ entries, before, after, onPick }: TimeLineProps): VNode | null {
  const { go, path } = usePage();
  const { say, pick } = useWords(historyWords);
  if (entries.length === 0) return null;
  const columns = [
    ['before', 'from', before],
    ['after', 'to', after],
  ] as const;
  return (
    <table class="time-line">
      <thead>
        <tr>
          <th scope="col">{say('from')}</th>
          <th scope="col">{say('to')}</th>
          <th scope="col">
            <span class="unseen">{say('entry')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id} class={entry === before || entry === after ? 'chosen' : ''}>
            {columns.map(([column, word, chosen]) => (
              <td key={column}>
                <input
                  type="radio"
                  name={`history-${column}`}
                  aria-label={`${say(word)}: ${pick(entry.title)}`}
                  checked={entry === chosen}
                  onChange={() => onPick(column, entry)}
                />
              </td>
            ))}
            <td>
              <span class="entry-title">{pick(entry.title)}</span>
              {entry.isOpen && <span class="tag">{say('now')}</span>}
              {entry.path !== undefined && entry.path !== path && (
                <button type="button" class="quiet" onClick={() => go(entry.path ?? path)}>
                  {say('open')}
                </button>
              )}
              <span class="entry-when">{pick(entry.when)}</span>
              {entry.says !== undefined && <span class="entry-says">{pick(entry.says)}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
