import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Program } from '../../ir/program.ts';
import { durationWords } from '../../value/duration-words.ts';

/** Amounts as policies write them, with Chinese units in the Chinese text: `6 months` is 6 个月, `3 cans` 3 罐. */
export function unitsInChinese(units: Program['units']): (texts: Texts) => Texts {
  const declared = Object.values(units).flatMap(({ en, zh }) => en.map((word) => [word, zh[0] ?? word] as const));
  const known = new Map([...lengths, ...declared]);
  return ({ en, zh }) => ({
    en,
    zh: zh
      .replaceAll(/(\d) ([A-Za-z][\w-]*)(?![\w-])/gu, (written, digit: string, word: string) => {
        const unit = known.get(word);
        return unit === undefined ? written : `${digit} ${unit}`;
      })
      .replaceAll(/(?<=\p{Script=Han}) (?=(?:提高|降低|改)为 )/gu, ''),
  });
}

/** The first Chinese word for a length is the one that is said. */
const lengths: readonly (readonly [string, string])[] = (() => {
  const chinese = [...durationWords].filter(([word]) => /\p{Script=Han}/u.test(word));
  return [...durationWords].flatMap(([word, { family, factor }]) => {
    if (/\p{Script=Han}/u.test(word)) return [];
    const said = chinese.find(([, one]) => one.family === family && one.factor === factor)?.[0];
    return said === undefined ? [] : [[word, said] as const];
  });
})();
