import type { Texts } from '../../diagnostic/diagnostic.ts';
import { sharedChanges } from '../shared-changes.ts';
import { caseChanges, type CaseChange } from './case-changes.ts';
import { changesOf, type Change } from './changes.ts';
import type { Days, State, Stretch } from './states.ts';

/** A change with the days on which it shows; several stretches where it comes and goes. */
export interface DatedChange extends Change {
  readonly days: readonly Days[];
}

export interface PolicyDiff {
  readonly policy: string;
  readonly title: Texts;
  readonly changes: readonly DatedChange[];
  /** Citations, titles and interpretations: without effect on outcomes. */
  readonly described: readonly DatedChange[];
}

/** What two states of handbooks say differently. */
export interface Diff {
  readonly from: string;
  readonly to: string;
  /** Of vocabularies and manifest, where the two sides are two handbooks. */
  readonly shared: readonly Texts[];
  readonly policies: readonly PolicyDiff[];
  readonly cases: readonly CaseChange[];
  /** Files of a side that mean nothing, beside those whose decisions say so themselves. */
  readonly unread: readonly Texts[];
  /** Some decision or file of a side cannot be read, so the comparison does not say all. */
  readonly incomplete: boolean;
}

/** Compares two states on these stretches of days; `wanted` chooses policies and decisions, `all` tells each part in which they differ. */
export function diffOf(
  before: State,
  after: State,
  stretches: readonly Stretch[],
  wanted: (policy: string, decision?: string) => boolean,
  all = false,
): Diff {
  const dated = merged(stretches, wanted, all);
  const policies = [...Map.groupBy(dated, ({ policy }) => policy)].sort(([a], [b]) => (a < b ? -1 : 1));
  const told = new Set(dated.flatMap(({ is, policy }) => (is === 'unreadable' ? [policy] : [])));
  const unread = unreadFiles(before.handbook === after.handbook ? [after] : [before, after], (policy) => {
    return policy === undefined || (!told.has(policy) && wanted(policy));
  });
  const two = before.handbook !== after.handbook;
  const handbooks = { base: before.handbook, head: after.handbook };
  return {
    from: before.name,
    to: after.name,
    // Which versions are in force is a question of reviews: nothing is refused here.
    shared: two ? sharedChanges(handbooks, '').map(({ says }) => says) : [],
    policies: policies.map(([policy, changes]) => ({
      policy,
      title: titleOf(policy, stretches),
      changes: changes.filter(({ is }) => is !== 'described'),
      described: changes.filter(({ is }) => is === 'described'),
    })),
    cases: two ? caseChanges(before.handbook, after.handbook).filter(({ policy }) => wanted(policy)) : [],
    unread,
    incomplete: unread.length > 0 || dated.some(({ is }) => is === 'unreadable'),
  };
}

/** A comparison with what only describes added, of the policies that were asked about and of the vocabulary. */
export function withDescribed(
  diff: Diff,
  described: readonly { readonly policy?: string; readonly says: Texts }[],
  { versions }: State['handbook'],
  wanted: (policy: string) => boolean,
): Diff {
  const own = described.flatMap(({ policy, says }) =>
    policy !== undefined && wanted(policy) ? [{ policy, says }] : [],
  );
  const added = [...Map.groupBy(own, ({ policy }) => policy)].map(([policy, all]): PolicyDiff => {
    const change: DatedChange = { policy, is: 'described', says: all.map(({ says }) => says), days: [] };
    const known = diff.policies.find((one) => one.policy === policy);
    if (known !== undefined) return { ...known, described: [...known.described, change] };
    const title = versions.get(policy)?.[0]?.head.title ?? { en: policy, zh: policy };
    return { policy, title, changes: [], described: [change] };
  });
  const policies = [...diff.policies.filter(({ policy }) => !added.some((one) => one.policy === policy)), ...added];
  return {
    ...diff,
    shared: [...diff.shared, ...described.flatMap(({ policy, says }) => (policy === undefined ? [says] : []))],
    policies: policies.sort((a, b) => (a.policy < b.policy ? -1 : 1)),
  };
}

/** The first mistake of each file that means nothing; of a file that does not say of which policy it is, nobody knows what it decides. */
function unreadFiles(sides: readonly State[], isAsked: (policy: string | undefined) => boolean): readonly Texts[] {
  return sides.flatMap(({ name, handbook: { diagnostics, sources } }) => {
    const policies = new Map([
      ...sources.policies.map(({ file, policy }) => [file.name, policy.policy.text] as const),
      ...sources.broken.map((broken) => [broken.file.name, broken.name] as const),
    ]);
    const asked = diagnostics.filter(
      ({ blocks, span: { file } }) => blocks && !file.endsWith('.cases.yaml') && isAsked(policies.get(file)),
    );
    const first = new Map(asked.toReversed().map((one) => [one.span.file, one]));
    return [...first.values()].map(({ span, message }) => ({
      en: `${name}: ${span.file}: ${message.en}`,
      zh: `${name}：${span.file}：${message.zh}`,
    }));
  });
}

/** Each change once, with all days on which it is the same. */
function merged(
  stretches: readonly Stretch[],
  wanted: (policy: string, decision?: string) => boolean,
  all: boolean,
): readonly DatedChange[] {
  const found = new Map<string, { readonly change: Change; readonly days: Days[]; last: number }>();
  for (const [i, stretch] of stretches.entries()) {
    for (const change of changesOf(stretch, wanted, all)) {
      const key = JSON.stringify(change);
      const known = found.get(key);
      const open = known?.days.at(-1);
      if (known === undefined) found.set(key, { change, days: [stretch.days], last: i });
      else if (known.last === i - 1 && open !== undefined)
        known.days[known.days.length - 1] = joined(open, stretch.days);
      else known.days.push(stretch.days);
      if (known !== undefined) known.last = i;
    }
  }
  return [...found.values()].map(({ change, days }) => ({ ...change, days }));
}

const joined = ({ from }: Days, { to }: Days): Days => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

function titleOf(policy: string, stretches: readonly Stretch[]): Texts {
  const sides = stretches.flatMap(({ before, after }) => [after, before]);
  const head = sides.map(({ program }) => program.policies[policy]).find((one) => one !== undefined);
  const other = sides.flatMap(({ handbook }) => handbook.versions.get(policy) ?? [])[0]?.head;
  return (head ?? other)?.title ?? { en: policy, zh: policy };
}
