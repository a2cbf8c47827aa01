import type { Fact } from '../ir/program.ts';
import type { Type } from '../ir/type.ts';

/** A fact that one scope reads names the posts of that scope; one that several read, of whichever reads it. */
export function withScopes(
  facts: Readonly<Record<string, Fact>>,
  scopesOf: ReadonlyMap<string, ReadonlySet<string>>,
): Readonly<Record<string, Fact>> {
  const scoped = Object.values(facts).map((fact): [string, Fact] => {
    const [scope, ...more] = scopesOf.get(fact.name) ?? [];
    const isOne = scope !== undefined && more.length === 0;
    return [fact.name, isOne ? { ...fact, type: withScope(fact.type, scope) } : fact];
  });
  return Object.fromEntries(scoped);
}

/** Posts of facts are those of the scope that reads them. */
export function withScope(type: Type, scope: string): Type {
  switch (type.is) {
    case 'post':
      return { is: 'post', scope };
    case 'list':
      return { is: 'list', of: withScope(type.of, scope) };
    case 'record':
      return { is: 'record', fields: mapValues(type.fields, (field) => withScope(field, scope)) };
    default:
      return type;
  }
}

const mapValues = <T>(all: Readonly<Record<string, T>>, change: (one: T) => T): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).map(([key, one]) => [key, change(one)]));
