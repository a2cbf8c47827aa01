import type { VNode } from 'preact';
import type { Texts } from '../../../../engine/service/index.ts';
import type { InboxEntry } from '../../../../engine/service/inbox/index.ts';
import { useWords } from '../../words.ts';
import type { Decided } from './decided.ts';
import { Open } from './open.tsx';
import { inboxWords, restingWords } from './words.ts';

interface GroupProps {
  readonly title: Texts | undefined;
  readonly entries: readonly InboxEntry[];
  readonly open: string;
  readonly onOpen: (id: string) => void;
  readonly onDecided: (decided: Decided) => void;
}

/** The interpretations of a rule set, those first that the most depends on. */
export function Group({ title, entries, open, onOpen, onDecided }: GroupProps): VNode {
  const { pick, say } = useWords(inboxWords);
  const ordered = entries.toSorted((a, b) => weight(a) - weight(b));
  return (
    <section>
      {title !== undefined && (
        <h2>
          {pick(title)} <span class="count">{entries.length}</span>
        </h2>
      )}
      <ul>
        {ordered.map((entry) => {
          const { id, question, about, clauses, decisions, title: policy, status } = entry;
          const isOpen = id === open;
          return (
            <li key={id} class={isOpen ? 'inbox-open' : ''}>
              <button type="button" class="inbox-row" data-id={id} aria-expanded={isOpen} onClick={() => onOpen(id)}>
                <span class="inbox-question">{pick(question)}</span>
                <span class="inbox-about">
                  <span class={`tag ${about}`}>{say(about)}</span>
                  {status !== 'proposed' && (
                    <span class="tag decided">
                      {say('decided')} {status.by} · {status.date}
                    </span>
                  )}
                  {policy !== undefined && <span>{pick(policy)}</span>}
                  <span class="code">{clauses.join(' ')}</span>
                  {decisions > 0 && <span>{pick(restingWords(decisions))}</span>}
                </span>
              </button>
              {isOpen && <Open entry={entry} onDecided={onDecided} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const order: readonly InboxEntry['about'][] = ['doubt', 'chooses', 'fills', 'convention'];
const weight = ({ about, decisions }: InboxEntry): number => order.indexOf(about) * 1000 - Math.min(decisions, 999);
