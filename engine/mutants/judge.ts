import type { Texts } from '../diagnostic/diagnostic.ts';
import type { Handbook } from '../program/handbook.ts';
import { differenceOf, newProof, type Noticing, type Proof } from './differs.ts';
import type { Mutant } from './mutant.ts';
import { noticingNearby } from './nearby.ts';
import { noticedBy } from './noticed.ts';
import { mutantsOf } from './of-handbook.ts';
import { passagesOf, type Passages } from './passages.ts';

/** What became of a mutant. */
export interface Judged {
  readonly mutant: Mutant;
  readonly fate: Fate;
}
type Fate =
  /** A case fails. */
  | { readonly is: 'noticed'; readonly by: string }
  /** No case fails, and one that asks this would. */
  | { readonly is: 'survived'; readonly noticing: Noticing }
  /** It is proved to say the same. */
  | { readonly is: 'equivalent' }
  /** No case fails, and whether one could is not known. */
  | { readonly is: 'not-decided'; readonly why: Texts };

/**
 * All mutants of the policies that are meant, each held against the cases of the whole handbook until one fails. `leftOut` hears how
 * many cases count for nothing, since they fail as it is.
 */
export function* judged(
  handbook: Handbook,
  isMeant: (policy: string) => boolean,
  leftOut: (failing: number) => void = () => undefined,
): Generator<Judged, void, undefined> {
  const mutants = mutantsOf(handbook, isMeant);
  const passages = passagesOf(handbook, new Set(mutants.flatMap(({ through }) => [...through])));
  leftOut(passages.failing);
  const proof = newProof(handbook);
  for (const mutant of mutants) yield { mutant, fate: fateOf(mutant, passages, proof) };
}

function fateOf(mutant: Mutant, passages: Passages, proof: Proof): Fate {
  const noticed = noticedBy(mutant, passages, proof.handbook);
  if (noticed !== undefined) return { is: 'noticed', by: noticed.question.id };
  const difference = differenceOf(mutant, proof);
  switch (difference.is) {
    case 'none':
      return { is: 'equivalent' };
    case 'some':
      return { is: 'survived', noticing: difference.noticing };
    case 'not-decided': {
      const noticing = noticingNearby(mutant, passages, proof.handbook);
      return noticing === undefined ? difference : { is: 'survived', noticing };
    }
  }
}

/** How many there are of each fate. What is not decided counts against the cases. */
export interface Score {
  readonly mutants: number;
  readonly noticed: number;
  readonly survived: number;
  readonly equivalent: number;
  readonly undecided: number;
}

export function scoreOf(all: readonly Judged[]): Score {
  const count = (is: Fate['is']): number => all.filter(({ fate }) => fate.is === is).length;
  return {
    mutants: all.length,
    noticed: count('noticed'),
    survived: count('survived'),
    equivalent: count('equivalent'),
    undecided: count('not-decided'),
  };
}

/** Those that cases should notice: all but the ones that say the same. */
export function due({ mutants, equivalent }: Score): number {
  return mutants - equivalent;
}
