import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Texts } from '../../../engine/service/index.ts';
import type { Notices } from '../notices.ts';
import { useWords } from '../words.ts';

/** The last thing that was told, until it is closed. */
export function Notice({ notices }: { readonly notices: Notices }): VNode | null {
  const { say, pick } = useWords();
  const [told, setTold] = useState<Texts>();
  useEffect(() => notices.onTell(setTold), [notices]);
  if (told === undefined) return null;
  return (
    <div class="banner notice" role="status">
      <p>{pick(told)}</p>
      <button type="button" class="quiet" onClick={() => setTold(undefined)}>
        {say('close')}
      </button>
    </div>
  );
}
