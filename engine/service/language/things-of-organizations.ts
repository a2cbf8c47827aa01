import type { Department, Post } from '../../kinds/organization/index.ts';
import type { Handbook, Version } from '../../program/handbook.ts';
import { isOrganization } from '../../program/organizations.ts';
import type { Span } from '../../source/span.ts';
import type { Thing } from './things.ts';

/** Posts and departments, of all organizations. */
export function thingsOfOrganizations(
  handbook: Handbook,
): Readonly<Record<'post' | 'department', () => readonly Thing[]>> {
  const versions = [...handbook.versions.values()].flat();
  return {
    post: () =>
      organizationsOf(versions).flatMap(([scope, { posts }]) =>
        posts.map(({ key, value }) => ({
          sort: 'post',
          name: key.text,
          title: value.title,
          scope,
          post: value,
          ats: [key.span],
        })),
      ),
    department: () =>
      organizationsOf(versions).flatMap(([scope, { departments }]) =>
        departments.map(({ key, value }) => ({
          sort: 'department',
          name: key.text,
          title: value.title,
          scope,
          department: value,
          ats: [key.span],
        })),
      ),
  };
}

function organizationsOf(versions: readonly Version[]): readonly (readonly [
  string,
  {
    readonly posts: readonly { key: Word; value: Post }[];
    readonly departments: readonly { key: Word; value: Department }[];
  },
])[] {
  return versions.flatMap(({ read: { policy } }) =>
    isOrganization(policy) && policy.scope !== undefined ? [[policy.scope.text, policy] as const] : [],
  );
}
interface Word {
  readonly text: string;
  readonly span: Span;
}
