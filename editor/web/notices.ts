import type { Texts } from '../../engine/service/index.ts';

/** What parts without a place of their own tell a person. */
export interface Notices {
  readonly tell: (text: Texts) => void;
  /** Ends when what it returns is called. */
  readonly onTell: (listener: (text: Texts) => void) => () => void;
}

export function createNotices(): Notices {
  const listeners = new Set<(text: Texts) => void>();
  return {
    tell: (text) => {
      for (const listener of listeners) listener(text);
    },
    onTell: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
