import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Decision, Program } from '../../ir/program.ts';

/** A fact by its title, as it stands inside a sentence; by its name where it has no title. */
export function titleOf(fact: string, { facts }: Program): Texts {
  const { title } = facts[fact] ?? {};
  return title === undefined || title.zh === fact ? { en: fact, zh: fact } : inside(title);
}

/** A decision as reviews name it: its title, and the name that policies know it by. */
export function decisionTitle({ title, name }: Decision): Texts {
  return { en: `“${title.en}” (${name})`, zh: `“${title.zh}”（${name}）` };
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
