import type { Organization } from '../ir/program.ts';
import type { OrganizationPolicy } from '../kinds/organization/index.ts';
import { aboveOf } from '../kinds/organization/lines.ts';
import type { ReadPolicy } from './read.ts';

export const isOrganization = (policy: ReadPolicy['policy']): policy is OrganizationPolicy =>
  'departments' in policy && 'posts' in policy;

/** The organizations of the scopes; of one scope all versions together, newest last so that its lines count. */
export function organizationsOf(policies: readonly ReadPolicy[]): Readonly<Record<string, Organization>> {
  const found: Record<string, Organization> = {};
  for (const { policy } of policies.toSorted((a, b) => a.policy.version - b.policy.version)) {
    if (!isOrganization(policy) || policy.scope === undefined) continue;
    const scope = policy.scope.text;
    found[scope] = { posts: { ...found[scope]?.posts, ...organizationOf(policy).posts } };
  }
  return found;
}

function organizationOf(policy: OrganizationPolicy): Organization {
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
