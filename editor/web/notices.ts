import type { Texts } from '../../engine/service/index.ts';

interface Act {
  readonly title: Texts;
  readonly act: () => void;
}

/** What is told, and what may be done about it. */
export interface Told {
  readonly text: Texts;
  readonly act?: Act;
}

/** What parts without a place of their own tell a person. */
export interface Notices {
  readonly tell: (text: Texts, act?: Act) => void;
  /** Ends when what it returns is called. */
  readonly onTell: (listener: (told: Told) => void) => () => void;
}

export function createNotices(): Notices {
  const listeners = new Set<(told: Told) => void>();
  return {
    tell: (text, act) => {
      for (const listener of listeners) listener({ text, ...(act === undefined ? {} : { act }) });
    },
    onTell: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
