/** How often each of a few things came up. */
export interface Often<T> {
  readonly seen: Map<string, { readonly thing: T; count: number }>;
}

/** More different things than people read are not told apart; which ones are kept does not depend on their number. */
const mostKept = 1000;

export const newOften = <T>(): Often<T> => ({ seen: new Map() });

export function count<T>({ seen }: Often<T>, key: string, thing: T): void {
  const known = seen.get(key);
  if (known !== undefined) known.count += 1;
  else if (seen.size < mostKept) seen.set(key, { thing, count: 1 });
}

/** The most frequent first; of equally frequent ones the earlier. */
export function mostOften<T>(
  { seen }: Often<T>,
  most: number,
): readonly { readonly thing: T; readonly count: number }[] {
  return [...seen.values()].sort((a, b) => b.count - a.count).slice(0, most);
}
