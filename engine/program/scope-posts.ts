import type { Organization, PolicyHead } from '../ir/program.ts';

interface Posts {
  readonly head: Pick<PolicyHead, 'version' | 'scope'>;
  readonly organization: Organization | undefined;
}

/** The organizations of the scopes; of one scope all versions together, newest last so that its lines count. */
export function postsTogether(editions: readonly Posts[]): Readonly<Record<string, Organization>> {
  // By any name at all: `found[scope]` would take one of them for the record's own prototype.
  const found = new Map<string, Organization>();
  for (const { head, organization } of editions.toSorted((a, b) => a.head.version - b.head.version)) {
    if (organization === undefined || head.scope === undefined) continue;
    found.set(head.scope, { posts: { ...found.get(head.scope)?.posts, ...organization.posts } });
  }
  return Object.fromEntries(found);
}
