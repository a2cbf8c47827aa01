import type { Texts } from '../../diagnostic/diagnostic.ts';

/**
 * How well what was typed means this word: 0 by the beginning of its name, 1 by a part of the name, 2 by its title in either
 * language, 3 by something inside the name; undefined when not at all.
 */
export function matchOf(
  typed: string,
  { label, title }: { readonly label: string; readonly title?: Texts },
): 0 | 1 | 2 | 3 | undefined {
  const wanted = typed.toLowerCase();
  const name = label.toLowerCase();
  if (name.startsWith(wanted)) return 0;
  if (name.split(/[.#-]/).some((part) => part.startsWith(wanted))) return 1;
  if (title?.zh.includes(typed) === true || startsWord(title?.en ?? '', wanted)) return 2;
  return wanted.length > 1 && name.includes(wanted) ? 3 : undefined;
}

const startsWord = (text: string, wanted: string): boolean =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.startsWith(wanted));
