import type { CaseResult } from '../../cases/run.ts';
import type { Texts } from '../../diagnostic/diagnostic.ts';

/** `expected 4%, found 5%`: what a case expects and what came of it; what is not the value is named. */
export function differenceWords(differences: CaseResult['differences']): Texts {
  return {
    en: differences
      .map(({ what, expected, found }) => `${named(what, ': ')}expected ${expected}, found ${found}`)
      .join('; '),
    zh: differences
      .map(({ what, expected, found }) => `${named(what, '：')}应为 ${expected}，实为 ${found}`)
      .join('；'),
  };
}

const named = (what: string, colon: string): string => (what === 'value' ? '' : `${what}${colon}`);
