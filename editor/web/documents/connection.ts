import type { Drafts } from './drafts.ts';
import type { Connection } from './events.ts';

/** `back`: it was away, and is here again. */
type ConnectionNow = Connection | 'back';

/** Whether the server is there, now and as that changes. */
export interface ConnectionState {
  readonly now: () => ConnectionNow;
  readonly onChange: (listener: (now: ConnectionNow) => void) => () => void;
}

/** Follows what `begin` tells; drafts that only this browser could keep are sent again when the server is back. */
export function connectionOf(
  begin: (tell: (connection: Connection) => void) => unknown,
  drafts: Drafts,
): ConnectionState {
  let now: ConnectionNow = 'here';
  const listeners = new Set<(now: ConnectionNow) => void>();
  begin((connection) => {
    if (connection === now || (connection === 'here' && now === 'back')) return;
    now = connection === 'here' ? 'back' : connection;
    if (now === 'back') void drafts.sendAgain();
    for (const listener of listeners) listener(now);
  });
  return {
    now: () => now,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
