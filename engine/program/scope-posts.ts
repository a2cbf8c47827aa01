import type { Organization, PolicyHead } from '../ir/program.ts';

interface Posts {
  readonly head: Pick<PolicyHead, 'version' | 'scope'>;
  readonly organization: Organization | undefined;
}

/** The organizations of the scopes; of one scope all versions together, newest last so that its lines count. */
export function postsTogether(editions: readonly Posts[]): Readonly<Record<string, Organization>> {
  const found: Record<string, Organization> = {};
  for (const { head, organization } of editions.toSorted((a, b) => a.head.version - b.head.version)) {
    if (organization === undefined || head.scope === undefined) continue;
    found[head.scope] = { posts: { ...found[head.scope]?.posts, ...organization.posts } };
  }
  return found;
}
