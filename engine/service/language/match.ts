import type { Texts } from '../../diagnostic/diagnostic.ts';

/** Does what was typed mean this word: by its name, by a part of its name, or by its title in either language? */
export function isMeant(typed: string, { label, title }: { readonly label: string; readonly title?: Texts }): boolean {
  if (typed === '') return true;
  const wanted = typed.toLowerCase();
  const name = label.toLowerCase();
  if (name.startsWith(wanted) || name.split(/[.#-]/).some((part) => part.startsWith(wanted))) return true;
  if (wanted.length > 1 && name.includes(wanted)) return true;
  if (title === undefined) return false;
  return (
    title.zh.includes(typed) ||
    title.en
      .toLowerCase()
      .split(/\s+/)
      .some((word) => word.startsWith(wanted))
  );
}
