/** Words by numbers that are the same in all columns. */
export interface Dictionary {
  readonly codeOf: (word: string) => number;
  readonly words: readonly string[];
  /** Forgets the words of earlier rows when they have become many; those that the tree names stay. */
  readonly prune: () => void;
}

const many = 100_000;

export function dictionary(): Dictionary {
  const codes = new Map<string, number>();
  const words: string[] = [];
  let named = -1;
  return {
    words,
    codeOf(word) {
      const known = codes.get(word);
      if (known !== undefined) return known;
      const code = words.push(word) - 1;
      codes.set(word, code);
      return code;
    },
    prune() {
      // What is known before the first rows is what the tree names.
      if (named < 0) named = words.length;
      if (words.length < many) return;
      for (const word of words.splice(named)) codes.delete(word);
    },
  };
}
