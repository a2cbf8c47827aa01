import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { Department, OrganizationPolicy } from './index.ts';
import { organizationMessages as messages } from './messages.ts';

/** Where a department and the posts in it and in its groups state numbers, they add up; a missing number may only fill up. */
export function checkHeadCounts(policy: OrganizationPolicy): readonly Diagnostic[] {
  return policy.departments.flatMap(({ key, value }) => {
    const stated = countOf(value['head-count']);
    if (stated === undefined) return [];
    const inside = withGroups(key.text, policy);
    const counts = policy.posts
      .filter(({ value: post }) => inside.has(post.department.text))
      .map(({ value: post }) => countOf(post['head-count']));
    const known = counts.filter((count) => count !== undefined);
    const sum = known.reduce((all, count) => all + count, 0);
    const isWhole = known.length === counts.length;
    if (counts.length === 0 || sum === stated || (!isWhole && sum < stated)) return [];
    return [messages['head-counts']({ department: key.text, stated, sum, isWhole }, key.span)];
  });
}

function countOf(count: Department['head-count']): number | undefined {
  return count?.form === 'plain' ? count.value : undefined;
}

/** The department itself and all that lie within it. */
function withGroups(department: string, { departments }: OrganizationPolicy): ReadonlySet<string> {
  const inside = new Set([department]);
  for (let size = 0; size < inside.size;) {
    size = inside.size;
    for (const { key, value } of departments)
      if (value.within !== undefined && inside.has(value.within.text)) inside.add(key.text);
  }
  return inside;
}
