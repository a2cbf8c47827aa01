import { parseAccept } from 'hono/utils/accept';
import type { Language } from '../engine/runtime.ts';

/** The language that the caller likes best of those that every message has; English where none of them is named. */
export function languageOf(accepted: string | undefined): Language {
  const liked = parseAccept(accepted ?? '').filter(({ q }) => q > 0);
  for (const { type } of liked.toSorted((a, b) => b.q - a.q)) {
    const name = type.toLowerCase();
    if (/^zh(-|$)/.test(name)) return 'zh';
    if (/^en(-|$)/.test(name) || name === '*') return 'en';
  }
  return 'en';
}
