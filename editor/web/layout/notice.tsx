import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Notices, Told } from '../notices.ts';
import { useWords } from '../words.ts';

/** The last thing that was told, until it is closed. */
export function Notice({ notices }: { readonly notices: Notices }): VNode | null {
  const { say, pick } = useWords();
  const [told, setTold] = useState<Told>();
  useEffect(() => notices.onTell(setTold), [notices]);
  if (told === undefined) return null;
  const { text, act } = told;
  const close = (): void => setTold(undefined);
  return (
    <div class="banner notice" role="status">
      <p>{pick(text)}</p>
      {act !== undefined && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            close();
            act.act();
          }}
        >
          {pick(act.title)}
        </button>
      )}
      <button type="button" class="quiet" onClick={close}>
        {say('close')}
      </button>
    </div>
  );
}
