import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { suggest, writeInstead } from '../diagnostic/suggest.ts';
import type { Contradiction } from '../ir/program.ts';
import type { Head } from '../kinds/head.ts';
import type { Word } from '../shape/schema.ts';
import { remembered } from '../source/remembered.ts';
import { citesOf } from './citations.ts';
import { handbookMessages } from './messages.ts';
import type { ReadPolicy, Sources } from './read.ts';
import type { Symbols } from './symbols.ts';

/** The contradictions between parts of the handbook that the manifest records. */
export function contradictionsOf({ manifest }: Sources): readonly Contradiction[] {
  return (manifest?.value.contradictions ?? []).map(({ id, says, sides }) => ({
    id: id.text,
    says,
    sides: sides.map(({ policy, clause }) => ({ policy: policy.text, clause: clause.text })),
  }));
}

/** Sides that say nothing: of a policy that is not there, with a clause that no version of it cites, or a second time. */
export function checkSides({ manifest, policies }: Sources, symbols: Symbols): readonly Diagnostic[] {
  const told = manifest?.value.contradictions ?? [];
  const named = new Set(told.flatMap(({ sides }) => sides.map(({ policy }) => policy.text)));
  const cited = citedBy(policies.filter(({ policy }) => named.has(policy.policy.text)));
  return told.flatMap(({ id, sides }) => [
    ...(sides.length < 2 ? [handbookMessages['one-side']({ id: id.text }, id.span)] : []),
    ...sides.flatMap(({ policy, clause }, place) => {
      const twin = sides.findIndex((other) => other.policy.text === policy.text && other.clause.text === clause.text);
      if (twin < place)
        return [handbookMessages['side-twice']({ policy: policy.text, clause: clause.text }, policy.span)];
      // What a file says that cannot be read is not known.
      if (symbols.broken.has(policy.text)) return [];
      const own = cited.get(policy.text);
      if (own === undefined) return [unknownSide(policy, new Set(policies.map((one) => one.policy.policy.text)))];
      return own.has(clause.text) || !symbols.clauses.has(clause.text) ? [] : [notCited(policy, clause, own)];
    }),
  ]);
}

function unknownSide({ text, span }: Word, policies: Iterable<string>): Diagnostic {
  const near = suggest(text, policies);
  return handbookMessages['unknown-side']({ name: text, near }, span, { fixes: writeInstead(near, span) });
}

function notCited(policy: Word, { text, span }: Word, own: Iterable<string>): Diagnostic {
  const near = suggest(text, own);
  const fixes = writeInstead(near, span);
  return handbookMessages['side-not-cited']({ policy: policy.text, name: text, near }, span, { fixes });
}

/** Every clause that some part of a policy cites. */
export const clausesCitedBy: (policy: Head) => ReadonlySet<string> = remembered(
  (policy: Head): ReadonlySet<string> => new Set(citesOf(policy).map(({ text }) => text)),
);

/** Policy → the clauses that any part of any of these versions of it cites. */
function citedBy(policies: readonly ReadPolicy[]): ReadonlyMap<string, ReadonlySet<string>> {
  const cited = new Map<string, ReadonlySet<string>>();
  for (const { policy } of policies) {
    const own = cited.get(policy.policy.text);
    cited.set(policy.policy.text, own === undefined ? clausesCitedBy(policy) : own.union(clausesCitedBy(policy)));
  }
  return cited;
}
