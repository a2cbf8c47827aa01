import type { Organization } from '../ir/program.ts';
import type { OrganizationPolicy } from '../kinds/organization/index.ts';
import { aboveOf } from '../kinds/organization/lines.ts';
import { remembered } from '../source/remembered.ts';
import type { ReadPolicy } from './read.ts';
import { postsTogether } from './scope-posts.ts';

export const isOrganization = (policy: ReadPolicy['policy']): policy is OrganizationPolicy =>
  'departments' in policy && 'posts' in policy;

/** The organizations of the scopes; of one scope all versions together, newest last so that its lines count. */
export function organizationsOf(policies: readonly ReadPolicy[]): Readonly<Record<string, Organization>> {
  return postsTogether(
    policies.map(({ policy }) => ({
      head: { version: policy.version, ...(policy.scope === undefined ? {} : { scope: policy.scope.text }) },
      organization: organizationOf(policy),
    })),
  );
}

/** Undefined for a policy that lists no posts. */
export const organizationOf: (policy: ReadPolicy['policy']) => Organization | undefined = remembered((policy) =>
  isOrganization(policy) ? postsOf(policy) : undefined,
);

function postsOf(policy: OrganizationPolicy): Organization {
  const posts = policy.posts.map(({ key, value }): [string, Organization['posts'][string]] => {
    const above = aboveOf(value);
    const superior =
      above.is === 'post'
        ? { post: above.post }
        : above.is === 'gap'
          ? { gap: `${policy.policy.text}#${above.gap.text}` }
          : 'none';
    return [key.text, { superior, department: value.department.text }];
  });
  return { posts: Object.fromEntries(posts) };
}

/** The file that each scope's posts come from. */
export function organizationFiles(policies: readonly ReadPolicy[]): ReadonlyMap<string, string> {
  const files = policies.flatMap(({ policy, file }) =>
    isOrganization(policy) && policy.scope !== undefined ? [[policy.scope.text, file.name] as const] : [],
  );
  // Of several the first counts.
  return new Map(files.toReversed());
}

/** The policy that lists a scope's posts; undefined where nobody does. */
export function organizationPolicy(policies: readonly ReadPolicy[], scope: string): string | undefined {
  return policies.find(({ policy }) => isOrganization(policy) && policy.scope?.text === scope)?.policy.policy.text;
}
