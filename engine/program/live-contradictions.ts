import type { Contradiction } from '../ir/program.ts';
import type { Edition } from './edition.ts';

/** Those of which two sides hold at once: the version in force cites the clause. Amended away, a contradiction is over. */
export function liveContradictions(
  all: readonly Contradiction[],
  inForce: readonly Pick<Edition, 'head' | 'cited'>[],
): readonly Contradiction[] {
  const cited = new Map(inForce.map((edition) => [edition.head.policy, edition.cited]));
  return all
    .map((one) => ({
      ...one,
      sides: one.sides.filter(({ policy, clause }) => cited.get(policy)?.has(clause) === true),
    }))
    .filter(({ sides }) => sides.length >= 2);
}
