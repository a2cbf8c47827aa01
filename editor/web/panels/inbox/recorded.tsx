import type { VNode } from 'preact';
import { usePage } from '../../page.ts';
import { titleOf } from '../../parts/title.ts';
import { useWords } from '../../words.ts';
import { inboxWords } from './words.ts';

/** What the last decision changed, until the next one. */
export function Recorded({ path }: { readonly path: string }): VNode {
  const { go, outline } = usePage();
  const { say, language } = useWords(inboxWords);
  return (
    <p class="inbox-recorded" role="status">
      {say('recorded')}{' '}
      <button type="button" class="inbox-link" title={say('open')} onClick={() => go(path)}>
        {titleOf(path, outline, language)}
      </button>
    </p>
  );
}
