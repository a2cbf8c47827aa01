import type { Fact } from '../ir/program.ts';
import type { Type } from '../ir/type.ts';
import type { LoweredVersion } from './lowered.ts';

/** By fact, the scopes whose policies read it. */
export function scopesOf(versions: readonly LoweredVersion[]): ReadonlyMap<string, ReadonlySet<string>> {
  const scopes = new Map<string, Set<string>>();
  for (const { read, notes } of versions) {
    const scope = read.policy.scope?.text;
    if (scope === undefined) continue;
    for (const fact of notes.facts) scopes.set(fact, (scopes.get(fact) ?? new Set()).add(scope));
  }
  return scopes;
}

/** A fact that one scope reads names the posts of that scope; one that several read, of whichever reads it. */
export function withScopes(
  facts: Readonly<Record<string, Fact>>,
  scopesOf: ReadonlyMap<string, ReadonlySet<string>>,
): Readonly<Record<string, Fact>> {
  const scoped = Object.values(facts).map((fact): [string, Fact] => {
    const [scope, ...more] = scopesOf.get(fact.name) ?? [];
    const isOne = scope !== undefined && more.length === 0;
    const type = isOne ? withScope(fact.type, scope) : fact.type;
    return [fact.name, type === fact.type ? fact : { ...fact, type }];
  });
  return Object.fromEntries(scoped);
}

/** Posts of facts are those of the scope that reads them. */
export function withScope(type: Type, scope: string): Type {
  switch (type.is) {
    case 'post':
      return type.scope === scope ? type : { is: 'post', scope };
    case 'list': {
      const of = withScope(type.of, scope);
      return of === type.of ? type : { is: 'list', of };
    }
    case 'record': {
      const fields = mapValues(type.fields, (field) => withScope(field, scope));
      return Object.entries(fields).every(([name, field]) => field === type.fields[name])
        ? type
        : { is: 'record', fields };
    }
    default:
      return type;
  }
}

const mapValues = <T>(all: Readonly<Record<string, T>>, change: (one: T) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).map(([key, one]) => [key, change(one)]));
