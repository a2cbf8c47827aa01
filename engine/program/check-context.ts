import type { Fact, Organization } from '../ir/program.ts';
import type { CheckContext } from '../kinds/kind.ts';
import type { ParameterVersion } from './parameters.ts';
import type { ReadPolicy } from './read.ts';
import { ownerOf, type Symbols } from './symbols.ts';

/** What the kinds' own checks may ask about the rest of the handbook. */
export function checkContext(
  facts: Readonly<Record<string, Fact>>,
  symbols: Symbols,
  words: CheckContext['words'],
  organizations: Readonly<Record<string, Organization>>,
  parameters: readonly ParameterVersion[],
): Omit<CheckContext, 'text'> {
  return {
    fact: (name) => facts[name],
    members: (enumeration) => symbols.enumerations.get(enumeration) ?? [],
    parameters: (name) => parameters.filter((parameter) => parameter.name === name),
    decides: (name) =>
      ownerOf(name, symbols)?.output.hidden === false ||
      [...symbols.broken.keys()].some((policy) => name.startsWith(`${policy}.`)),
    decisionNames: () => [...symbols.policies].flatMap(([policy, [newest]]) => publicNames(policy, newest)),
    posts: (scope) => Object.keys(organizations[scope]?.posts ?? {}),
    scopesOf: (post) =>
      Object.entries(organizations).flatMap(([scope, { posts }]) => (Object.hasOwn(posts, post) ? [scope] : [])),
    words,
  };
}

function publicNames(policy: string, newest: ReadPolicy | undefined): readonly string[] {
  const outputs = newest?.declaration.outputs ?? [];
  return outputs.filter(({ hidden }) => !hidden).map(({ name }) => `${policy}.${name.text}`);
}
