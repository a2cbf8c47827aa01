import type { Handbook } from '../../program/handbook.ts';

/** Worked examples of a policy that are new, changed or gone, by their ids. */
export interface CaseChange {
  readonly policy: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly gone: readonly string[];
}

/** Compares the cases of two handbooks by what they say; where and how they are written is no change. */
export function caseChanges(base: Handbook, head: Handbook): readonly CaseChange[] {
  const [old, now] = [casesOf(base), casesOf(head)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((policy) => {
    const [was, is] = [old.get(policy) ?? new Map<string, string>(), now.get(policy) ?? new Map<string, string>()];
    // What stands under another id is the same example.
    const isIn = (all: ReadonlyMap<string, string>, text: string | undefined): boolean =>
      [...all].some(([id, other]) => other === text && was.has(id) !== is.has(id));
    const added = [...is.keys()].filter((id) => !was.has(id) && !isIn(was, is.get(id)));
    const gone = [...was.keys()].filter((id) => !is.has(id) && !isIn(is, was.get(id)));
    const changed = [...is].filter(([id, text]) => was.has(id) && was.get(id) !== text).map(([id]) => id);
    return added.length + gone.length + changed.length === 0 ? [] : [{ policy, added, changed, gone }];
  });
}

/** By policy and id; what a file says for all its cases belongs to each. */
function casesOf({ sources }: Handbook): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const { value } of sources.cases) {
    const { cases, 'cases-of': of, ...common } = value;
    for (const { text: policy } of of) {
      const here = found.get(policy) ?? new Map<string, string>();
      found.set(policy, here);
      for (const { id, ...one } of cases) here.set(id.text, JSON.stringify([common, one], withoutPlaces));
    }
  }
  return found;
}

const places = new Set(['span', 'offsets']);

const withoutPlaces = (key: string, value: unknown): unknown => (places.has(key) ? undefined : value);
