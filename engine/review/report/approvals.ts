import type { Texts } from '../../diagnostic/diagnostic.ts';
import type { Handbook, Version } from '../../program/handbook.ts';
import { isOrganization } from '../../program/organizations.ts';
import { versionAt } from '../../program/timeline.ts';
import type { PolicyReview } from '../review.ts';
import { ownersOf } from './owners.ts';

/** A commit as far as approvals go: what its `Approved-by:` lines say. */
interface Approving {
  readonly id: string;
  readonly approvedBy: readonly string[];
}

/** Whose approval a changed policy needs, and which commits have it. */
interface Approval {
  readonly policy: string;
  /** A post or a department of the scope. */
  readonly owner: string;
  readonly scope: string;
  /** By the organization; the bare id where it has no such name. */
  readonly title: Texts;
  /** Ids of commits; nobody approved where there is none. */
  readonly commits: readonly string[];
}

export interface Approvals {
  readonly needed: readonly Approval[];
  /** Changed policies that name no owner. */
  readonly ownerless: readonly string[];
  /** Lines that name nobody of the organizations of what changed, or one name in several of them. */
  readonly strangers: readonly { readonly name: string; readonly commit: string }[];
  /** The manifest fails a change without them. */
  readonly required: boolean;
}

/** Both states: a change may not appoint the one who approves it, so who owns what is read in the base where it is there. */
export function approvalsOf(
  policies: readonly Pick<PolicyReview, 'policy'>[],
  base: Handbook,
  head: Handbook,
  commits: readonly Approving[],
  today: string,
): Approvals {
  const names = [...new Set(policies.map(({ policy }) => policy))];
  const owners = names.flatMap((policy) => ownersOf(policy, base, head));
  const people = (scope: string): ReadonlyMap<string, Texts> =>
    peopleOf(scope, base, today) ?? peopleOf(scope, head, today) ?? new Map<string, Texts>();
  const said = commits.flatMap(({ id, approvedBy }) => approvedBy.map((name) => ({ commit: id, name })));
  const scopes = [...new Set(owners.map(({ scope }) => scope))];
  const meant = said.map((one) => ({ ...one, whom: whomOf(one.name, scopes, people) }));
  return {
    needed: owners.map(({ policy, scope, owner }) => ({
      policy,
      owner,
      scope,
      title: people(scope).get(owner) ?? { en: owner, zh: owner },
      commits: meant.flatMap(({ commit, whom }) => (whom?.scope === scope && whom.name === owner ? [commit] : [])),
    })),
    ownerless: names.filter((policy) => !owners.some((one) => one.policy === policy)),
    strangers: meant.flatMap(({ name, commit, whom }) => (whom === undefined ? [{ name, commit }] : [])),
    required: [base, head].some(({ manifest }) => manifest?.review?.approvals === 'required'),
  };
}

/** The posts and departments of a scope on a day, by id; undefined where the scope has no organization. */
function peopleOf(scope: string, { versions }: Handbook, day: string): ReadonlyMap<string, Texts> | undefined {
  const all = [...versions.values()].map((same) => versionAt(same, day) ?? same[0]);
  const found = all.find((one): one is Version => one?.head.scope === scope && isOrganization(one.read.policy));
  if (found === undefined || !isOrganization(found.read.policy)) return undefined;
  const { posts, departments } = found.read.policy;
  return new Map([...departments, ...posts].map(({ key, value }) => [key.text, value.title]));
}

/**
 * Whom a line names: `head`, `pay/head`, a title in either language, or `Li Wei (pay/head)`. A name that several scopes of the
 * change have is nobody's until the scope is written.
 */
function whomOf(
  written: string,
  scopes: readonly string[],
  people: (scope: string) => ReadonlyMap<string, Texts>,
): { readonly scope: string; readonly name: string } | undefined {
  const [, before = written, inside] = /^([^(（<]*)(?:[(（]([^)）]*)[)）])?/u.exec(written) ?? [];
  for (const candidate of [inside, before]) {
    const text = candidate?.trim().toLowerCase() ?? '';
    if (text === '') continue;
    const found = scopes.flatMap((scope) =>
      [...people(scope)].flatMap(([name, { en, zh }]) =>
        [name, en, zh].some((form) => [form, `${scope}/${form}`].some((one) => one.toLowerCase() === text))
          ? [{ scope, name }]
          : [],
      ),
    );
    const [only] = found;
    if (found.length === 1) return only;
  }
  return undefined;
}
