import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Program } from '../../ir/program.ts';

/** A fact by its title, as it stands inside a sentence; by its name where it has no title. */
export function titleOf(fact: string, { facts }: Program): Texts {
  const { title } = facts[fact] ?? {};
  if (title === undefined || title.zh === fact) return { en: fact, zh: fact };
  // A title begins with a capital; an abbreviation keeps its own.
  const inside = /^[A-Z][a-z ]/.test(title.en) ? title.en.charAt(0).toLowerCase() + title.en.slice(1) : title.en;
  return { en: inside, zh: title.zh };
}
