import type { Texts } from '../diagnostic/diagnostic.ts';

/** Why a folder, file or table could not be read at all; nothing is known of its content then. */
export interface Unreadable {
  readonly unreadable: Texts;
}

export function isUnreadable(result: unknown): result is Unreadable {
  return typeof result === 'object' && result !== null && 'unreadable' in result;
}
