import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Program, Side } from '../ir/program.ts';
import type { Explanation } from './explanation.ts';

/** A contradiction that an answer stands in: what it follows itself, and what other parts of the handbook say. */
export interface Contradicted {
  readonly id: string;
  readonly says: Texts;
  readonly here: readonly NamedSide[];
  /** Empty where the answer goes through all sides. */
  readonly elsewhere: readonly NamedSide[];
}
interface NamedSide extends Side {
  /** Of the policy. */
  readonly title: Texts;
}

/**
 * The contradictions between parts of the handbook that an answer stands in: a decision of it belongs to the policy of a side, and
 * cites that side's clause itself, or the row, tier or arm that decided does.
 */
export function contradictionsFor(
  explanations: readonly Explanation[],
  { contradictions, policies }: Program,
): readonly Contradicted[] {
  if (contradictions.length === 0) return [];
  const followed = new Set([...followedIn(explanations)].map(keyOf));
  return contradictions.flatMap(({ id, says, sides }) => {
    const named = sides.flatMap((side): readonly NamedSide[] => {
      const head = policies[side.policy];
      return head === undefined ? [] : [{ ...side, title: head.title }];
    });
    const here = named.filter((side) => followed.has(keyOf(side)));
    return here.length === 0 ? [] : [{ id, says, here, elsewhere: elsewhereOf(named, here) }];
  });
}

/** A policy is of one mind: other clauses of it say otherwise only where no other policy does. */
function elsewhereOf(named: readonly NamedSide[], here: readonly NamedSide[]): readonly NamedSide[] {
  const others = named.filter((side) => !here.includes(side));
  const ofOthers = others.filter(({ policy }) => here.every((side) => side.policy !== policy));
  return ofOthers.length === 0 ? others : ofOthers;
}

const keyOf = ({ policy, clause }: Side): string => `${policy} ${clause}`;

/** What an explanation's own parts cite, with the policy whose decision it explains; explanations within it speak for themselves. */
function* followedIn(part: unknown, policy = ''): Generator<Side, void, undefined> {
  if (typeof part !== 'object' || part === null) return;
  const owner = isExplanation(part) ? part.outcome.policy : policy;
  for (const [key, value] of Object.entries(part)) {
    // The head of a policy cites for all of its decisions; each outcome says which of them are its own.
    if (key === 'policy') continue;
    if (key === 'cites')
      yield* [value].flat().flatMap((clause) => (typeof clause === 'string' ? [{ policy: owner, clause }] : []));
    else yield* followedIn(value, owner);
  }
}

const isExplanation = (part: object): part is Explanation => 'outcome' in part && 'steps' in part;
