import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Drafts } from '../documents/drafts.ts';
import { useStates } from '../documents/hooks.ts';
import { takeBackTelling } from '../documents/take-back.ts';
import { usePage } from '../page.ts';
import { titleOf } from '../parts/title.ts';
import { useWords } from '../words.ts';
import { layoutWords } from './words.ts';
import './drafts-offer.css';

/** Says which texts of this window came back with the page, until each is saved or dropped, or somebody has read it. */
export function DraftsBack({ drafts }: { readonly drafts: Drafts }): VNode | null {
  const page = usePage();
  const { say } = useWords(layoutWords);
  const [paths, setPaths] = useState(() => drafts.back.map(({ path }) => path));
  const states = useStates(page.documents);
  useEffect(() => setPaths((all) => all.filter((path) => (states.get(path) ?? 'clean') !== 'clean')), [states]);
  if (paths.length === 0) return null;
  return (
    <section class="banner offer back" role="status" aria-label={say('draftsBack')}>
      <p>{say('draftsBack')}</p>
      <ul>
        {paths.map((path) => (
          <li key={path}>
            <span class="offer-file">
              <button type="button" class="link words" onClick={() => page.go(path)}>
                {titleOf(path, page.outline, page.language)}
              </button>
            </span>
            {states.get(path) === 'changed' && (
              <button type="button" class="quiet" onClick={() => takeBackTelling([path], layoutWords.dropped, page)}>
                {say('throwAway')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <button type="button" class="quiet" onClick={() => setPaths([])}>
        {say('seen')}
      </button>
    </section>
  );
}
