import type { Diagnostic, Texts } from '../diagnostic/diagnostic.ts';
import type { Handbook, Version } from '../program/handbook.ts';
import { versionAt } from '../program/timeline.ts';
import { differenceOf, type Difference } from './difference.ts';

/** What happened to a policy between two states of a handbook. */
export type Change = 'new' | 'removed' | 'removed-in-force' | 'amended' | 'edited' | 'edited-in-force' | 'described';

export interface PolicyReview extends Difference {
  readonly policy: string;
  readonly title: Texts;
  readonly change: Change;
  readonly version: number;
  readonly from: string;
  readonly because?: Texts;
}

export interface Review {
  readonly policies: readonly PolicyReview[];
  /** Findings that the base did not have. */
  readonly newFindings: readonly Diagnostic[];
  readonly oldFindings: number;
  /** Versions that held and were edited in place or deleted, and errors that are new: the change must not be merged. */
  readonly refused: boolean;
}

/**
 * One report about what a change does to a handbook. `today` tells which versions are in force: their meaning may not change
 * in place, only be amended (design section 6).
 */
export function reviewHandbooks(base: Handbook, head: Handbook, today: string): Review {
  const names = new Set([...base.versions.keys(), ...head.versions.keys()]);
  const policies = [...names].sort().flatMap((policy) => reviewPolicy(policy, base, head, today));
  const known = new Set(base.diagnostics.map(identity));
  const newFindings = head.diagnostics.filter((diagnostic) => !known.has(identity(diagnostic)));
  const refused =
    policies.some(({ change }) => change === 'edited-in-force' || change === 'removed-in-force') ||
    newFindings.some(({ severity }) => severity === 'error');
  return { policies, newFindings, oldFindings: head.diagnostics.length - newFindings.length, refused };
}

/** Findings are the same wherever their lines moved to. */
const identity = ({ code, span, message }: Diagnostic): string => `${code} ${span.file} ${message.en}`;

function reviewPolicy(policy: string, base: Handbook, head: Handbook, today: string): readonly PolicyReview[] {
  const [old, now] = [base.versions.get(policy) ?? [], head.versions.get(policy) ?? []];
  const handbooks = { base, head };
  const reviewed = now.flatMap((version): readonly PolicyReview[] => {
    const before = old.find(({ head: { version: number } }) => number === version.head.version);
    if (before === undefined) return [added(version, old, handbooks)];
    const difference = differenceOf(before, version, handbooks);
    const moved = before.head.from !== version.head.from || before.head.to !== version.head.to;
    if (difference.meaning.length === 0 && difference.description.length === 0 && !moved) return [];
    if (difference.meaning.length === 0 && !moved) return [entry(version, 'described', difference)];
    const meaning = moved ? [datesMoved(before, version), ...difference.meaning] : difference.meaning;
    return [entry(version, before.head.from <= today ? 'edited-in-force' : 'edited', { ...difference, meaning })];
  });
  const gone = old
    .filter(({ head: { version } }) => !now.some((other) => other.head.version === version))
    .map((version) =>
      entry(version, version.head.from <= today ? 'removed-in-force' : 'removed', { meaning: [], description: [] }),
    );
  return [...reviewed, ...gone];
}

/** A new version is compared with the one that would hold on its first day without it. */
function added(
  version: Version,
  old: readonly Version[],
  handbooks: { readonly base: Handbook; readonly head: Handbook },
): PolicyReview {
  const before = versionAt(old, version.head.from);
  if (before === undefined) return entry(version, 'new', { meaning: [], description: [] });
  return entry(version, 'amended', differenceOf(before, version, handbooks));
}

function datesMoved(before: Version, after: Version): Texts {
  const days = ({ head: { from, to } }: Version): string => `${from} – ${to ?? '…'}`;
  return {
    en: `In force ${days(before)} becomes ${days(after)}.`,
    zh: `施行期由 ${days(before)} 改为 ${days(after)}。`,
  };
}

function entry({ head }: Version, change: Change, difference: Difference): PolicyReview {
  const { policy, title, version, from, because } = head;
  return { policy, title, change, version, from, ...(because === undefined ? {} : { because }), ...difference };
}
