import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Explanation } from '../evaluate/explanation.ts';
import type { Interpretation } from '../ir/program.ts';
import type { Handbook } from '../program/handbook.ts';

/** Clause → its title in the register. */
export type ClauseTitles = Readonly<Record<string, Texts>>;

/** The clauses that parts of an answer name anywhere, in the order in which they come up. */
export function clausesIn(parts: readonly (Explanation | Interpretation)[], { sources }: Handbook): ClauseTitles {
  const titles = new Map(
    sources.registers.flatMap(({ value }) => value.clauses.map(({ id, title }) => [id.text, title] as const)),
  );
  const named = [...new Set(clauseIdsIn(parts))];
  return Object.fromEntries(
    named.flatMap((id) => {
      const title = titles.get(id);
      return title === undefined ? [] : [[id, { en: title.en, zh: title.zh }]];
    }),
  );
}

/** Everywhere in explanations and interpretations clauses stand under these keys, and nothing else does. */
const keys = ['cites', 'clauses', 'clause'];

export function* clauseIdsIn(part: unknown): Generator<string, void, undefined> {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (keys.includes(key)) yield* [value].flat().filter((id) => typeof id === 'string');
    else yield* clauseIdsIn(value);
  }
}
