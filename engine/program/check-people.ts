import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import { suggest, writeInstead } from '../diagnostic/suggest.ts';
import type { OrganizationPolicy } from '../kinds/organization/index.ts';
import type { Head } from '../kinds/head.ts';
import { groups, relations } from '../kinds/people.ts';
import type { Naming, Word } from '../shape/schema.ts';
import { remembered } from '../source/remembered.ts';
import { nextDay } from '../value/calendar.ts';
import type { Version } from './handbook.ts';
import { namingMessages } from './organization-messages.ts';
import { isOrganization } from './organizations.ts';
import { versionAt } from './timeline.ts';

/** A place that names somebody of a scope. */
interface Named {
  readonly word: Word;
  readonly names: Naming;
  readonly scope: string;
}

/** A name that an organization in force with the policy does not have. */
interface Missed extends Named {
  readonly by: Version;
  readonly near: readonly string[];
}

/**
 * Owners, deciders, roles and whoever is told: the organization of the scope has them on each day on which the policy holds
 * with it. What does not fit is told at both places. A scope without an organization is left alone.
 */
export function checkPeople(versions: readonly Version[]): readonly Diagnostic[] {
  const byPolicy = Map.groupBy(versions, ({ head }) => head.policy);
  const ofScope = Map.groupBy(versions.filter(isOrganizationVersion), ({ head }) => head.scope);
  const missed = [...byPolicy.values()].flatMap((same) =>
    same.flatMap((version) => {
      const withIt = new Map<string, readonly Version[]>();
      return namedBy(version.read.policy).flatMap((named): readonly Missed[] => {
        const all = withIt.get(named.scope) ?? together(version, same, ofScope.get(named.scope) ?? []);
        withIt.set(named.scope, all);
        const by = all.find(({ read }) => !namesOf(read.policy)[named.names].has(named.word.text));
        return by === undefined
          ? []
          : [{ ...named, by, near: suggest(named.word.text, namesOf(by.read.policy)[named.names]) }];
      });
    }),
  );
  return [...missed.map(unknownName), ...toldAtOrganizations(missed), ...[...ofScope.values()].flatMap(twoInScope)];
}

const isOrganizationVersion = ({ read }: Version): boolean => isOrganization(read.policy);

function unknownName({ word: { text, span }, names, scope, near, by }: Missed): Diagnostic {
  const related = [{ span: by.read.policy.policy.span, message: { en: 'The organization.', zh: '该组织。' } }];
  return namingMessages['unknown-name']({ name: text, what: wanted[names], scope, near }, span, {
    related,
    fixes: writeInstead(near, span),
  });
}

const wanted: Readonly<Record<Naming, Texts>> = {
  answerable: { en: 'post or department', zh: '岗位或部门' },
  role: { en: 'post, department, relation or group', zh: '岗位、部门、关系或群体' },
};
const mostPlaces = 3;

function toldAtOrganizations(missed: readonly Missed[]): readonly Diagnostic[] {
  const byName = Map.groupBy(missed, ({ by, word }) => `${by.read.file.name} ${word.text}`);
  return [...byName.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const related = same.slice(0, mostPlaces).map(({ word }) => ({
      span: word.span,
      message: { en: 'Named here.', zh: '此处提到。' },
    }));
    const args = { name: first.word.text, places: same.length, near: first.near };
    return [namingMessages['name-missed'](args, first.by.read.policy.policy.span, { related })];
  });
}

function twoInScope(organizations: readonly Version[]): readonly Diagnostic[] {
  return organizations.flatMap(({ head, read }) => {
    const other = organizations.find((one) => one.head.policy !== head.policy);
    if (other === undefined) return [];
    const related = [{ span: other.read.policy.policy.span, message: { en: 'The other one.', zh: '另一处。' } }];
    return [
      namingMessages['two-in-scope']({ scope: head.scope ?? '', other: other.head.policy }, read.policy.policy.span, {
        related,
      }),
    ];
  });
}

/** Versions of the organization that are in force on some day on which this version of a policy is. */
function together(version: Version, same: readonly Version[], organizations: readonly Version[]): readonly Version[] {
  // In between nothing changes: the days on which some version starts or another comes back tell all.
  const days = [...same, ...organizations].flatMap(({ head }) => [
    head.from,
    ...(head.to === undefined ? [] : [nextDay(head.to)]),
  ]);
  const shared = days.flatMap((day) => {
    const organization = versionAt(same, day) === version ? versionAt(organizations, day) : undefined;
    return organization === undefined ? [] : [organization];
  });
  return [...new Set(shared)];
}

const namesOf = remembered((policy: Head): Readonly<Record<Naming, ReadonlySet<string>>> => {
  if (!isOrganization(policy)) return { answerable: new Set(), role: new Set() };
  const answerable = [...policy.posts.map(({ key }) => key.text), ...departmentsOf(policy)];
  return { answerable: new Set(answerable), role: new Set([...answerable, ...relations, ...groups]) };
});

const departmentsOf = ({ departments }: OrganizationPolicy): readonly string[] =>
  departments.map(({ key }) => key.text);

const namedBy = remembered((policy: Head): readonly Named[] => {
  const found: Named[] = [];
  collectNamed(policy, policy.scope?.text ?? '', found);
  return found;
});

/** Places that name somebody, at any depth; a part that has a scope of its own (a parameter) is about that one. */
function collectNamed(part: unknown, scope: string, found: Named[]): void {
  if (Array.isArray(part)) {
    for (const item of part) collectNamed(item, scope, found);
    return;
  }
  if (typeof part !== 'object' || part === null || 'syntax' in part) return;
  if ('names' in part && 'text' in part) {
    const word = part as Word;
    if (word.names !== undefined) found.push({ word, names: word.names, scope });
    return;
  }
  const own = 'scope' in part ? (part.scope as Word | undefined)?.text : undefined;
  for (const value of Object.values(part)) collectNamed(value, own ?? scope, found);
}
