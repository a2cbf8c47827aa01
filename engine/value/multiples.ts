/** Chinese multiples of a number and how many places they shift its decimal point. */
const multiples: readonly (readonly [word: string, places: number])[] = [
  ['万', 4],
  ['亿', 8],
];

/** What stands behind a number: `万元` is `元` and four places; words without a multiple shift nothing. */
export function splitMultiple(written: string): { readonly unit: string; readonly places: number } {
  const [word, places] = multiples.find(([each]) => written.startsWith(each)) ?? ['', 0];
  return { unit: written.slice(word.length), places };
}
