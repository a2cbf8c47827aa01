import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ConnectionState } from '../documents/connection.ts';
import { useWords } from '../words.ts';
import { layoutWords } from './words.ts';

const words = { away: 'serverAway', locked: 'serverLocked', back: 'serverBack' } as const;

/** Says when the server is gone, and when it is back. */
export function ConnectionNote({ connection }: { readonly connection: ConnectionState }): VNode | null {
  const { say } = useWords(layoutWords);
  const [now, setNow] = useState(connection.now());
  useEffect(() => {
    setNow(connection.now());
    return connection.onChange(setNow);
  }, [connection]);
  if (now === 'here') return null;
  return (
    <div class={`banner${now === 'back' ? ' notice' : ''}`} role={now === 'back' ? 'status' : 'alert'}>
      <p>{say(words[now])}</p>
      {now === 'back' && (
        <button type="button" class="quiet" onClick={() => setNow('here')}>
          {say('close')}
        </button>
      )}
    </div>
  );
}
