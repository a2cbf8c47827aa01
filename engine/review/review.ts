import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import type { Handbook, Version } from '../program/handbook.ts';
import { versionAt } from '../program/timeline.ts';
import { backdated } from './backdated.ts';
import { nothingElse } from './describing.ts';
import { differenceOf, type Difference } from './difference.ts';
import { linkerOf } from './linked.ts';
import { withOldNames } from './renamed.ts';
import { sharedChanges, type SharedChange } from './shared-changes.ts';

/** What happened to a policy between two states of a handbook. */
export type Change =
  | 'new'
  | 'removed'
  | 'removed-in-force'
  | 'amended'
  | 'edited'
  | 'edited-in-force'
  | 'described'
  /** A file of it means nothing after the change; nothing is known of the rest then. */
  | 'unreadable'
  /** The same before the change. */
  | 'not-compared';

export interface PolicyReview extends Difference {
  readonly policy: string;
  readonly title: Texts;
  readonly change: Change;
  readonly version: number;
  readonly from: string;
  /** The last day of one that ends; the one before it holds again then. */
  readonly to?: string;
  readonly because?: Texts;
  /** Why it cannot be read on one side. */
  readonly why?: Diagnostic;
}

export interface Review {
  /** Changes of vocabularies and manifest, which have no versions. */
  readonly shared: readonly SharedChange[];
  readonly policies: readonly PolicyReview[];
  /** Findings that the base did not have. */
  readonly newFindings: readonly Diagnostic[];
  readonly oldFindings: number;
  /** Versions that held and were edited in place or deleted, and errors that are new: the change must not be merged. */
  readonly refused: boolean;
}

/**
 * One report about what a change does to a handbook. `today` tells which versions are in force: their meaning may not change
 * in place, only be amended (design section 6). `most` bounds the work of saying where decisions differ.
 */
export function reviewHandbooks(base: Handbook, head: Handbook, today: string, most?: number): Review {
  const broken = [base, head].flatMap(({ sources }) => sources.broken.map(({ name }) => name));
  const linked = linkerOf({ base, head }, most);
  const names = new Set([...base.versions.keys(), ...head.versions.keys(), ...broken]);
  const policies = [...names]
    .sort()
    .flatMap((policy) => unreadable(policy, base, head) ?? reviewPolicy(policy, base, head, today, linked));
  const found = findingsSince(base.diagnostics, head.diagnostics);
  const shared = sharedChanges({ base, head }, today);
  const refused =
    shared.some((change) => change.refused) ||
    policies.some(({ change }) => change === 'edited-in-force' || change === 'removed-in-force') ||
    found.newFindings.some(({ severity }) => severity === 'error');
  return { shared, policies, ...found, refused };
}

/** Findings that the base did not have, and how many it had; of several that say the same, as many as there were. */
export function findingsSince(
  base: readonly Diagnostic[],
  head: readonly Diagnostic[],
): Pick<Review, 'newFindings' | 'oldFindings'> {
  const known = new Map([...Map.groupBy(base, identity)].map(([one, alike]) => [one, alike.length]));
  const newFindings = head.filter((diagnostic) => {
    const left = known.get(identity(diagnostic)) ?? 0;
    known.set(identity(diagnostic), left - 1);
    return left <= 0;
  });
  return { newFindings, oldFindings: head.length - newFindings.length };
}

/** Findings are the same wherever their lines moved to. */
const identity = ({ code, span, message }: Diagnostic): string => `${code} ${span.file} ${message.en}`;

type Linker = ReturnType<typeof linkerOf>;

/** A policy of which a file cannot be read on one side, told so; undefined where all can. */
function unreadable(policy: string, base: Handbook, head: Handbook): readonly PolicyReview[] | undefined {
  const [was, is] = [base, head].map(({ sources }) => sources.broken.find(({ name }) => name === policy));
  if (was === undefined && is === undefined) return undefined;
  // What was broken before and stands as it stood is no change.
  if (was !== undefined && is !== undefined && was.file.text === is.file.text) return [];
  const known = (is === undefined ? head : base).versions.get(policy)?.[0]?.head;
  const why = (is ?? was)?.diagnostic;
  return [
    {
      policy,
      title: known?.title ?? { en: policy, zh: policy },
      change: is === undefined ? 'not-compared' : 'unreadable',
      version: known?.version ?? 0,
      from: known?.from ?? '',
      meaning: [],
      description: [],
      ...(why === undefined ? {} : { why }),
    },
  ];
}

function reviewPolicy(
  policy: string,
  base: Handbook,
  head: Handbook,
  today: string,
  linked: Linker,
): readonly PolicyReview[] {
  const [old, now] = [base.versions.get(policy) ?? [], head.versions.get(policy) ?? []];
  const reviewed = now.flatMap((version): readonly PolicyReview[] => {
    const before = old.find(({ head: { version: number } }) => number === version.head.version);
    if (before === undefined) return [added(version, old, linked)];
    const broken = readsBroken(version, head) ?? readsBroken(before, base);
    // The file that is broken is told by itself; whoever reads it and stands as it stood has not changed.
    if (broken !== undefined && before.read.file.text === version.read.file.text) return [];
    if (broken !== undefined) {
      const change = readsBroken(version, head) === undefined ? 'not-compared' : 'unreadable';
      return [{ ...entry(version, change, { meaning: [], description: [] }), why: broken }];
    }
    const difference = unlessRenamed(before, version, linked);
    const meaning = [...datesMoved(before, version, today), ...difference.meaning];
    if (meaning.length > 0)
      return [entry(version, before.head.from <= today ? 'edited-in-force' : 'edited', { ...difference, meaning })];
    return difference.description.length === 0 ? [] : [entry(version, 'described', difference)];
  });
  const gone = old
    .filter(({ head: { version } }) => !now.some((other) => other.head.version === version))
    .map((version) =>
      entry(version, version.head.from <= today ? 'removed-in-force' : 'removed', {
        meaning: heldInstead(version, now, linked),
        description: [],
      }),
    );
  return [...reviewed, ...gone];
}

/** What is decided in the place of a version that goes: another one may hold on its days. */
function heldInstead(gone: Version, now: readonly Version[], linked: Linker): readonly Texts[] {
  const other = versionAt(now, gone.head.from);
  if (other === undefined) return [decisionsOf(gone, { en: 'No longer decided', zh: '不再规定' })];
  const { version } = other.head;
  const holds: Texts = {
    en: `Version ${version} holds in its place.`,
    zh: `改由第 ${version} 版施行。`,
  };
  return [holds, ...differenceOf(gone, other, linked(gone, gone)).meaning];
}

/** The difference; none in meaning where local definitions have other names and nothing else changed. */
function unlessRenamed(before: Version, after: Version, linked: Linker): Difference {
  const difference = differenceOf(before, after, linked(before, after));
  if (difference.meaning.length === 0) return difference;
  const renamed = differenceOf(before, withOldNames(before, after), linked(before, after));
  return renamed.meaning.length === 0 ? renamed : difference;
}

/** Why a version means nothing that reads from a file which cannot be read. */
function readsBroken({ blockedBy }: Version, { sources }: Handbook): Diagnostic | undefined {
  return sources.broken.some(({ file }) => file.name === blockedBy?.span.file) ? blockedBy : undefined;
}

/** A new version is compared with the one that would hold on its first day without it. */
function added(version: Version, old: readonly Version[], linked: Linker): PolicyReview {
  const { from, published } = version.head;
  const past = from < published ? [backdated(from, published, 'published')] : [];
  const before = versionAt(old, from);
  if (before === undefined) {
    const decides = decisionsOf(version, { en: 'Newly decided', zh: '新规定' });
    return entry(version, 'new', { meaning: [...past, decides], description: [] });
  }
  const { meaning, description } = differenceOf(before, version, linked(version, version));
  return entry(version, 'amended', {
    meaning: [...past, ...meaning],
    description: meaning.length === 0 ? [nothingElse(before, version), ...description] : description,
  });
}

function decisionsOf({ decisions, parameters }: Version, what: Texts): Texts {
  const names = [...decisions.filter(({ hidden }) => !hidden), ...parameters].map(({ name }) => name);
  if (names.length === 0) return { en: `${what.en}: nothing.`, zh: `${what.zh}：无。` };
  return { en: `${what.en}: ${names.join(', ')}.`, zh: `${what.zh}：${names.join('、')}。` };
}

/** When a version holds, and from when on it was known: both decide what an answer of a day past is. */
function datesMoved({ head: before }: Version, { head: after }: Version, today: string): readonly Texts[] {
  const days = ({ from, to }: Version['head']): string => `${from} – ${to ?? '…'}`;
  const held: Texts = {
    en: `In force ${days(before)} becomes ${days(after)}.`,
    zh: `施行期由 ${days(before)} 改为 ${days(after)}。`,
  };
  const known: Texts = {
    en: `Published on ${before.published} becomes ${after.published}: answers by what was known on a day would change.`,
    zh: `公布日期由 ${before.published} 改为 ${after.published}：以某日所知为准的结果会改变。`,
  };
  const past = after.from < before.from && after.from < today ? [backdated(after.from, today, 'today')] : [];
  return [
    ...(days(before) === days(after) ? [] : [held, ...past]),
    ...(before.published === after.published ? [] : [known]),
  ];
}

/** A review with what only describes added to the policies that it is of, and to the vocabulary. */
export function withDescribed(
  review: Pick<Review, 'policies' | 'shared'>,
  described: readonly { readonly policy?: string; readonly says: Texts }[],
  { versions }: Handbook,
): Pick<Review, 'policies' | 'shared'> {
  const lines = (policy: string): readonly Texts[] =>
    described.flatMap((one) => (one.policy === policy ? [one.says] : []));
  const known = new Set(review.policies.map(({ policy }) => policy));
  const others = [...new Set(described.flatMap(({ policy }) => policy ?? []))].flatMap((policy) => {
    const [newest] = versions.get(policy) ?? [];
    if (known.has(policy) || newest === undefined) return [];
    return [entry(newest, 'described', { meaning: [], description: lines(policy) })];
  });
  const first = (one: PolicyReview, at: number): boolean =>
    review.policies.findIndex(({ policy }) => policy === one.policy) === at;
  return {
    policies: [
      ...review.policies.map((one, at) =>
        first(one, at) ? { ...one, description: [...one.description, ...lines(one.policy)] } : one,
      ),
      ...others,
    ],
    shared: [
      ...review.shared,
      ...described.flatMap(({ policy, says }) => (policy === undefined ? [{ says, refused: false }] : [])),
    ],
  };
}

function entry({ head }: Version, change: Change, difference: Difference): PolicyReview {
  const { policy, title, version, from, to, because } = head;
  const end = to === undefined ? {} : { to };
  return { policy, title, change, version, from, ...end, ...(because === undefined ? {} : { because }), ...difference };
}
