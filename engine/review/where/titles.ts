import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Decision, Program } from '../../ir/program.ts';
import type { Value } from '../../ir/value.ts';
import { printValue } from '../../value/print.ts';

/** A fact by its title, as it stands inside a sentence; by its name where it has no title. */
export function titleOf(fact: string, { facts }: Program): Texts {
  const { title } = facts[fact] ?? {};
  return title === undefined || title.zh === fact ? { en: fact, zh: fact } : inside(title);
}

/** A decision as reviews name it: its title, and the name that policies know it by. What is decided of each element has no name of its own. */
export function decisionTitle({ title, name }: Pick<Decision, 'title' | 'name'>): Texts {
  const whole = name.replace(/\/each$/u, '');
  const [each, eachZh] = whole === name ? ['', ''] : [', of each', '，逐个'];
  return { en: `“${title.en}” (${whole}${each})`, zh: `“${title.zh}”（${whole}${eachZh}）` };
}

/** Members of an enumeration by their titles. */
export function valueWords(value: Value, program: Program): Texts {
  const title = value.is === 'member' ? program.enumerations[value.enumeration]?.[value.name] : undefined;
  const text = printValue(value, program);
  return title ?? (value.is === 'boolean' ? { en: text, zh: value.truth ? '是' : '否' } : { en: text, zh: text });
}

/** A decision by its title, or what policies call it. */
export function nameWords(name: string, { decisions }: Program): Texts {
  const { title, hidden } = decisions[name] ?? {};
  if (title !== undefined && title.zh !== name && hidden !== true) return inside(title);
  const own = decisions[name] === undefined ? name : name.slice(name.lastIndexOf('.') + 1).split('/')[0];
  return { en: own ?? name, zh: own ?? name };
}

/** A title as it stands inside a sentence. */
export function inside(title: Texts): Texts {
  // A title begins with a capital; an abbreviation keeps its own.
  const en = /^[A-Z][a-z ]/.test(title.en) ? title.en.charAt(0).toLowerCase() + title.en.slice(1) : title.en;
  return { en, zh: title.zh };
}

/** Chinese beside Chinese and beside its own marks stands without a blank. */
export const spaced = (text: string): string =>
  text
    .replaceAll(/(?<=[\p{Script=Han}”）》、，。：；]) (?=[\p{Script=Han}“（《、，。：；])/gu, '')
    .replaceAll(/ (?=[“（《、，。：；）])|(?<=[”）》（、，。：；]) /gu, '');

/** `10000.00 CNY 时，`: a blank stands between a Latin letter and Chinese, none within Chinese. */
export const when = (where: string): string => `${where}${/[\w%]$/u.test(where) ? ' ' : ''}时，`;
