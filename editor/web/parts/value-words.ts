import { approximatedValue, type Language, type Texts } from '../../../engine/service/index.ts';

const truths: Readonly<Record<string, Texts>> = { true: { en: 'yes', zh: '是' }, false: { en: 'no', zh: '否' } };

/** `true` and `false` in words; anything else as it is. */
export const truthWord = (text: string, language: Language): string => truths[text]?.[language] ?? text;

/** A value for people: with its type as outcomes print it, a truth in words. */
export const valueWords = (value: string, type: string, language: Language): string =>
  type === 'boolean' ? truthWord(value, language) : approximatedValue(value, type, language);
