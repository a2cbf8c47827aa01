import type { CaseResult } from '../../cases/run.ts';
import type { Texts } from '../../diagnostic/diagnostic.ts';

/** `value: expected 4%, found 5%`: what a case expects and what came of it. */
export function differenceWords(differences: CaseResult['differences']): Texts {
  return {
    en: differences.map(({ what, expected, found }) => `${what}: expected ${expected}, found ${found}`).join('; '),
    zh: differences.map(({ what, expected, found }) => `${what}：应为 ${expected}，实为 ${found}`).join('；'),
  };
}
