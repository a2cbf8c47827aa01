import type { Language } from '../../engine/service/index.ts';
import { remember, remembered } from './remembered.ts';

/** The language that was chosen last, else the browser's own. */
export function rememberedLanguage(): Language {
  const chosen = remembered('language') ?? navigator.language.toLowerCase();
  return chosen.startsWith('zh') ? 'zh' : 'en';
}

export function rememberLanguage(language: Language): void {
  remember('language', language);
}
