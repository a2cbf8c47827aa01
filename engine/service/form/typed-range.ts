type Sign = '>=' | '>' | '<=' | '<';

/** As Chinese law reads them (Civil Code, article 1259): 以上, 以下 and 以内 include the number; 不满 and 超过 do not. */
const before: Readonly<Record<string, Sign>> = {
  不低于: '>=',
  不少于: '>=',
  不小于: '>=',
  至少: '>=',
  大于等于: '>=',
  不超过: '<=',
  不高于: '<=',
  不多于: '<=',
  不大于: '<=',
  至多: '<=',
  小于等于: '<=',
  超过: '>',
  高于: '>',
  多于: '>',
  大于: '>',
  低于: '<',
  少于: '<',
  小于: '<',
  不足: '<',
  不满: '<',
};
const behind: Readonly<Record<string, Sign>> = {
  及以上: '>=',
  或以上: '>=',
  以上: '>=',
  及以下: '<=',
  或以下: '<=',
  以下: '<=',
  以内: '<=',
};

/** `60%以上` is `>= 60%`; undefined of what is no comparison in words. `amount` reads what is compared with. */
export function comparisonIn(text: string, amount: (text: string) => string | undefined): string | undefined {
  for (const [word, sign] of [...longestFirst(before), ...longestFirst(behind)]) {
    const rest = sign.is === 'before' ? after(text, word) : upTo(text, word);
    const value = rest === undefined || rest === '' ? undefined : amount(rest);
    if (value !== undefined && /\d/.test(value)) return `${sign.as} ${value}`;
  }
  return undefined;
}

const longestFirst = (
  words: Readonly<Record<string, Sign>>,
): readonly (readonly [string, { readonly is: 'before' | 'behind'; readonly as: Sign }])[] =>
  Object.entries(words)
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([word, as]) => [word, { is: words === before ? 'before' : 'behind', as }]);

const after = (text: string, word: string): string | undefined =>
  text.startsWith(word) ? text.slice(word.length).trim() : undefined;
const upTo = (text: string, word: string): string | undefined =>
  text.endsWith(word) ? text.slice(0, -word.length).trim() : undefined;
