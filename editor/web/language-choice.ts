import type { Language } from '../../engine/service/index.ts';

const name = 'bylaw-language';
const year = 31_536_000;

/** What was chosen last; a cookie, since storage would be another one for each port. Else the browser's own language. */
export function rememberedLanguage(): Language {
  const chosen = new RegExp(`(?:^|; )${name}=(en|zh)`).exec(document.cookie)?.[1];
  if (chosen !== undefined) return chosen === 'zh' ? 'zh' : 'en';
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function rememberLanguage(language: Language): void {
  document.cookie = `${name}=${language}; path=/; max-age=${year}; samesite=strict`;
}
