import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Draft } from '../../server/api.ts';
import type { Drafts } from '../documents/drafts.ts';
import { usePage } from '../page.ts';
import { titleOf } from '../parts/title.ts';
import { useWords } from '../words.ts';
import { layoutWords } from './words.ts';
import './drafts-offer.css';

/** Text that was typed and not saved in a window that is closed, to be taken or thrown away. */
export function DraftsOffer({ drafts }: { readonly drafts: Drafts }): VNode | null {
  const { go, outline, language } = usePage();
  const { say } = useWords(layoutWords);
  const [open, setOpen] = useState(drafts.offered);
  const done = (draft: Draft): void => setOpen((all) => all.filter((one) => one !== draft));
  if (open.length === 0) return null;
  return (
    <section class="banner offer" aria-label={say('draftsKept')}>
      <p>{say('draftsKept')}</p>
      <ul>
        {open.map((draft) => (
          <li key={`${draft.window} ${draft.path}`}>
            <span class="offer-file">
              {titleOf(draft.path, outline, language)} <span class="hint">{timeOf(draft.keptAt, language)}</span>
            </span>
            <button
              type="button"
              class="quiet"
              onClick={() => {
                drafts.take(draft);
                go(draft.path);
                done(draft);
              }}
            >
              {say('bringBack')}
            </button>
            <button
              type="button"
              class="quiet"
              onClick={() => {
                drafts.drop(draft);
                done(draft);
              }}
            >
              {say('throwAway')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On the clock of whoever looks at it. */
function timeOf(moment: string, language: string): string {
  const date = new Date(moment);
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return Number.isNaN(date.getTime())
    ? ''
    : new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', options).format(date);
}
