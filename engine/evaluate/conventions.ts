import type { Interpretation, Program } from '../ir/program.ts';
import type { Explanation } from './explanation.ts';

/**
 * The ordinary readings that bear on an answer: those of the policies that it went through, and the handbook's own about a
 * clause that it cites or about no clause at all. They flag nothing, so that nobody would see them otherwise. Of the handbook's
 * own, only the clauses that the answer cites are named: the others are of other matters, and often of other companies.
 */
export function conventionsFor(
  explanations: readonly Explanation[],
  { interpretations }: Program,
): readonly Interpretation[] {
  const policies = new Set(policiesIn(explanations));
  const cited = new Set(clauseIdsIn(explanations));
  return Object.values(interpretations).flatMap((one) => {
    if (one.about !== 'convention') return [];
    if (!isOfTheHandbook(one.id)) return policies.has(one.id.slice(0, one.id.indexOf('#'))) ? [one] : [];
    const clauses = one.clauses.filter((clause) => cited.has(clause));
    return one.clauses.length === 0 || clauses.length > 0 ? [{ ...one, clauses }] : [];
  });
}

/** Is it an interpretation of the whole handbook? Its clauses are then of several companies. */
export function isOfTheHandbook(id: string): boolean {
  return id.startsWith('handbook#');
}

/** Everywhere in an explanation a policy is named by this key, as a name or as its head. */
export function* policiesIn(part: unknown): Generator<string, void, undefined> {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'policy' && typeof value === 'string') yield value;
    else yield* policiesIn(value);
  }
}

/** Everywhere in explanations and interpretations clauses stand under these keys, and nothing else does. */
const keys = ['cites', 'clauses', 'clause'];

/**
 * The clauses that parts of an answer name anywhere, in the order in which they come up, again and again; not those that only
 * an interpretation of the whole handbook names.
 */
export function* clauseIdsIn(part: unknown): Generator<string, void, undefined> {
  if (typeof part !== 'object' || part === null) return;
  if ('id' in part && typeof part.id === 'string' && isOfTheHandbook(part.id)) return;
  for (const [key, value] of Object.entries(part)) {
    if (keys.includes(key)) yield* [value].flat().filter((id) => typeof id === 'string');
    else yield* clauseIdsIn(value);
  }
}
