import type { Draft } from '../../server/api.ts';

const prefix = 'bylaw-draft/';
const keyOf = ({ window, path }: Pick<Draft, 'window' | 'path'>): string => `${prefix}${window}/${path}`;

/** Drafts in this browser, for as long as the server is away. It writes at once, so it also serves a page that is being left. */
export const localDrafts = {
  /** Whether it is kept: storage may be full, or forbidden. */
  keep(draft: Draft): boolean {
    try {
      localStorage.setItem(keyOf(draft), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  },
  drop(draft: Pick<Draft, 'window' | 'path'>): void {
    try {
      localStorage.removeItem(keyOf(draft));
    } catch {
      // Nothing was kept there either.
    }
  },
  all(): readonly Draft[] {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
      // Only this file writes under the prefix.
      return keys.map((key) => JSON.parse(localStorage.getItem(key) ?? '') as Draft);
    } catch {
      return [];
    }
  },
} as const;
