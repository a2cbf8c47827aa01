import type { Texts } from '../diagnostic/diagnostic.ts';
import { clauseIdsIn } from '../evaluate/conventions.ts';
import type { Contradicted } from '../evaluate/contradictions.ts';
import type { Explanation } from '../evaluate/explanation.ts';
import type { Interpretation } from '../ir/program.ts';
import type { Handbook } from '../program/handbook.ts';

/** Clause → its title in the register. */
export type ClauseTitles = Readonly<Record<string, Texts>>;

/** The clauses that parts of an answer name anywhere, in the order in which they come up. */
export function clausesIn(
  parts: readonly (Explanation | Interpretation | Contradicted)[],
  handbook: Handbook,
): ClauseTitles {
  const titles = clauseTitles(handbook);
  const named = [...new Set(clauseIdsIn(parts))];
  return Object.fromEntries(
    named.flatMap((id) => {
      const title = titles.get(id);
      return title === undefined ? [] : [[id, title]];
    }),
  );
}

/** Every clause of the registers with its title. */
export function clauseTitles({ sources }: Handbook): ReadonlyMap<string, Texts> {
  const clauses = sources.registers.flatMap(({ value }) => value.clauses);
  return new Map(clauses.map(({ id, title }) => [id.text, { en: title.en, zh: title.zh }]));
}
