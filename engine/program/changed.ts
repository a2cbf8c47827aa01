import { sameData } from '../source/same-data.ts';
import { anyName, postsOf } from './notes.ts';
import type { NamedFact } from './symbols.ts';
import type { World } from './world.ts';

/** Names that stand for something else than before; undefined where so much is different that all must be lowered again. */
export function changedNames(before: World, now: World): ReadonlySet<string> | undefined {
  if (!sameData(groundOf(before), groundOf(now))) return undefined;
  const [was, is] = [before.symbols, now.symbols];
  const changed = [
    ...changedKeys(was.policies, is.policies, (a, b) => a.length === b.length && a.every((one, i) => one === b[i])),
    ...changedKeys(was.broken, is.broken),
    ...changedKeys(was.aliases, is.aliases),
    ...changedKeys(was.factTypes, is.factTypes),
    ...changedKeys(was.facts, is.facts, (a, b) => sameData(shownOf(a), shownOf(b))),
    ...changedKeys(before.parameters, now.parameters),
    ...changedKeys(before.declared, now.declared),
    ...[
      ...changedKeys(before.organizationFiles, now.organizationFiles),
      ...changedKeys(new Map(Object.entries(before.organizations)), new Map(Object.entries(now.organizations))),
    ].map(postsOf),
  ];
  return changed.length === 0 ? new Set() : new Set([...changed, anyName]);
}

/** What every policy may read without asking by name, and what seldom changes. */
function groundOf({ symbols, conventions, money, words }: World): unknown {
  return [
    symbols.currency,
    symbols.units,
    [...symbols.unitForms],
    symbols.enumerationTitles,
    [...symbols.subjects],
    [...conventions],
    money ?? 'none',
    words.moneyDecimals,
  ];
}

/** What policies see of a vocabulary's fact beside its type. */
const shownOf = ({ key, value }: NamedFact): unknown => [key.span.file, value.subject?.text];

function changedKeys<T>(
  before: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  same: (a: T, b: T) => boolean = sameData,
): readonly string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((key) => {
    const [was, is] = [before.get(key), now.get(key)];
    return was === undefined || is === undefined ? was !== is : !same(was, is);
  });
}
