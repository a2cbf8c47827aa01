import { didYouMean, suggest } from '../../diagnostic/suggest.ts';
import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { InterpretationEntry } from '../../ledger/interpretations.ts';
import { isOrganization, organizationsOf } from '../../program/organizations.ts';
import type { Handbook } from '../../program/handbook.ts';

type Entry = Pick<InterpretationEntry, 'scope' | 'published'>;

/** Posts that may decide: those of the interpretation's scope, of a convention of the handbook those of all scopes. */
export function postsFor({ scope }: Entry, { sources }: Handbook): readonly { id: string; title?: Texts }[] {
  const organizations = organizationsOf(sources.policies);
  const asked = scope === undefined ? Object.keys(organizations) : [scope];
  const titles = new Map(
    sources.policies.flatMap(({ policy }) =>
      isOrganization(policy) && asked.includes(policy.scope?.text ?? '')
        ? policy.posts.map(({ key, value }) => [key.text, value.title] as const)
        : [],
    ),
  );
  const ids = new Set(asked.flatMap((one) => Object.keys(organizations[one]?.posts ?? {})));
  return [...ids].map((id) => {
    const title = titles.get(id);
    return title === undefined ? { id } : { id, title };
  });
}

/** Somebody whom the scope's organization does not have; where nobody lists posts, any name is taken, as `check` does. */
export function refusedPost(entry: Entry, by: string, handbook: Handbook): Texts | undefined {
  const posts = postsFor(entry, handbook).map(({ id }) => id);
  // Nothing that would read as more than a name may be written into the file.
  const isName = /^[\p{ID_Start}][\p{ID_Continue}.-]*$/u.test(by);
  if (isName && (posts.length === 0 || posts.includes(by))) return undefined;
  const near = didYouMean(suggest(by, posts));
  const few = posts.length > 0 && posts.length <= 10;
  const listed = { en: few ? ` It has ${posts.join(', ')}.` : '', zh: few ? `已有${posts.join('、')}。` : '' };
  const { scope } = entry;
  const where = scope === undefined ? { en: 'the handbook', zh: '手册' } : { en: `“${scope}”`, zh: `“${scope}”` };
  return {
    en: `The organization of ${where.en} has no post “${by}”.${near.en || listed.en}`,
    zh: `${where.zh}的组织中没有岗位“${by}”。${near.zh || listed.zh}`,
  };
}

/**
 * Days on which it cannot have been decided: those to come, and those before an edition that still calls it proposed. `on` is a
 * day of the calendar.
 */
export function refusedDay({ published }: Entry, on: string, today: string): Texts | undefined {
  if (on > today) {
    return {
      en: `${on} is still to come (today is ${today}); a decision is recorded once it is made.`,
      zh: `${on} 尚未到来（今天是 ${today}）；作出决定后方可记录。`,
    };
  }
  if (published === undefined || published > today || on >= published) return undefined;
  return {
    en: `The policy was published on ${published} with this still proposed, so it was not decided on ${on}. Name a day from ${published} on.`,
    zh: `制度于 ${published} 公布时此项仍为拟定，不可能在 ${on} 已决定。请写 ${published} 及以后的日期。`,
  };
}
