import type { Word } from '../../shape/schema.ts';
import type { OrganizationPolicy, Post } from './index.ts';

/** What stands above a post: another post, nobody (`none`), or the gap that leaves it open. */
export type Above =
  { readonly is: 'post'; readonly post: string } | { readonly is: 'top' } | { readonly is: 'gap'; readonly gap: Word };

export function aboveOf({ 'reports-to': line }: Post): Above {
  if (line.form === 'unstated') return { is: 'gap', gap: line.value.unstated };
  return line.value.text === 'none' ? { is: 'top' } : { is: 'post', post: line.value.text };
}

/** The posts above one, the nearest first, and the gap where the line breaks off. */
interface Chain {
  readonly posts: readonly string[];
  readonly end: Above;
}

/** Ends at the first post that is met twice; the check refuses such circles. */
export function chainOf(post: string, { posts }: OrganizationPolicy): Chain {
  const found: string[] = [];
  for (let here = post; ;) {
    const entry = posts.find(({ key }) => key.text === here);
    const above: Above = entry === undefined ? { is: 'top' } : aboveOf(entry.value);
    if (above.is !== 'post' || found.includes(above.post)) return { posts: found, end: above };
    found.push(above.post);
    here = above.post;
  }
}

/** Posts that are certainly below one, and the gaps behind which others may be. */
export interface Below {
  readonly posts: readonly string[];
  readonly gaps: readonly Word[];
}

/**
 * A line that breaks off at a post may go on to `post`, unless `post` itself is that post or stands below it: nobody stands
 * above somebody who stands above them.
 */
export function belowOf(post: string, policy: OrganizationPolicy): Below {
  const chains = policy.posts.map(({ key }) => ({ name: key.text, chain: chainOf(key.text, policy) }));
  const above = chainOf(post, policy).posts;
  const below = chains.filter(({ name, chain }) => name !== post && chain.posts.includes(post)).map(({ name }) => name);
  const gaps = chains.flatMap(({ name, chain }) => {
    const last = chain.posts.at(-1) ?? name;
    const isOpen = chain.end.is === 'gap' && last !== post && !above.includes(last);
    return isOpen && chain.end.is === 'gap' ? [chain.end.gap] : [];
  });
  return { posts: below, gaps: [...new Map(gaps.map((gap) => [gap.text, gap])).values()] };
}
