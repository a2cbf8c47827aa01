import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Explanation } from '../evaluate/explanation.ts';
import type { Handbook } from '../program/handbook.ts';

/** Clause → its title in the register. */
export type ClauseTitles = Readonly<Record<string, Texts>>;

/** The clauses that an explanation names anywhere, in the order in which they come up. */
export function clausesIn(explanation: Explanation, { sources }: Handbook): ClauseTitles {
  const titles = new Map(
    sources.registers.flatMap(({ value }) => value.clauses.map(({ id, title }) => [id.text, title] as const)),
  );
  const named = [...new Set(namedIn(explanation))];
  return Object.fromEntries(
    named.flatMap((id) => {
      const title = titles.get(id);
      return title === undefined ? [] : [[id, { en: title.en, zh: title.zh }]];
    }),
  );
}

/** Everywhere in an explanation clauses stand under these keys, and nothing else does. */
const keys = ['cites', 'clauses', 'clause'];

function* namedIn(part: unknown): Generator<string, void, undefined> {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (keys.includes(key)) yield* [value].flat().filter((id) => typeof id === 'string');
    else yield* namedIn(value);
  }
}
