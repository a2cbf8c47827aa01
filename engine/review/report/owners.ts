import type { Handbook, Version } from '../../program/handbook.ts';

/** Who answers for a policy, or for a value in it. */
interface Owner {
  readonly policy: string;
  readonly scope: string;
  readonly owner: string;
}

/** The owners of a policy in both states, so that a change cannot make its author the owner; of parameters, those that change. */
export function ownersOf(policy: string, base: Handbook, head: Handbook): readonly Owner[] {
  const [was, is] = [newest(policy, base), newest(policy, head)];
  const owners = [was, is].flatMap((version): readonly Owner[] => {
    const { owner, scope } = version?.head ?? {};
    return owner === undefined || scope === undefined ? [] : [{ policy, scope, owner }];
  });
  const distinct = new Map([...owners, ...parameterOwners(was, is)].map((one) => [`${one.scope} ${one.owner}`, one]));
  return [...distinct.values()];
}

const newest = (policy: string, { versions }: Handbook): Version | undefined => versions.get(policy)?.[0];

function parameterOwners(was: Version | undefined, is: Version | undefined): readonly Owner[] {
  const text = (version: Version | undefined, name: string): string => {
    const found = version?.parameters.find((one) => one.name === name);
    if (found === undefined) return '';
    const { type, value, entries, owner, scope } = found;
    return JSON.stringify([type, value, entries, owner, scope]);
  };
  return [was, is].flatMap((version) =>
    (version?.parameters ?? []).flatMap(({ name, scope, owner }): readonly Owner[] =>
      text(was, name) === text(is, name) ? [] : [{ policy: version?.head.policy ?? '', scope, owner }],
    ),
  );
}
