import { useState } from 'preact/hooks';

interface Fold<Item> {
  readonly shown: readonly Item[];
  readonly folded: readonly Item[];
  readonly onToggle: (event: { readonly currentTarget: { readonly open: boolean } }) => void;
}

/**
 * What is used, and what stands folded behind it. While the fold is open nothing leaves it: who fills in the first word of
 * something keeps it, and the focus, where it is.
 */
export function useFold<Item>(
  all: readonly Item[],
  isUsed: (item: Item) => boolean,
  keyOf: (item: Item) => string,
): Fold<Item> {
  const [kept, keep] = useState<ReadonlySet<string>>();
  const isFolded = (item: Item): boolean => kept?.has(keyOf(item)) ?? !isUsed(item);
  const folded = all.filter(isFolded);
  return {
    shown: all.filter((item) => !isFolded(item)),
    folded,
    onToggle: ({ currentTarget }) => keep(currentTarget.open ? (kept ?? new Set(folded.map(keyOf))) : undefined),
  };
}
