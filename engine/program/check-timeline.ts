import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { printType } from '../ir/type.ts';
import { nextDay, previousDay } from '../value/calendar.ts';
import type { Version } from './handbook.ts';
import { handbookMessages } from './messages.ts';
import { versionAt } from './timeline.ts';

/** Checks over time: each day from the first version on has one version or a stated end; a decision keeps its type. */
export function checkTimeline(versions: readonly Version[]): readonly Diagnostic[] {
  return [...Map.groupBy(versions, ({ head }) => head.policy).values()].flatMap((same) => [
    ...holes(same),
    ...covering(same),
    ...typeChanges(same),
  ]);
}

/** A hole lies behind the last day of an interim version when nothing older holds again and something newer starts later. */
function holes(versions: readonly Version[]): readonly Diagnostic[] {
  const starts = versions.map(({ head }) => head.from).toSorted();
  return versions.flatMap(({ head, read }) => {
    if (head.to === undefined) return [];
    const after = nextDay(head.to);
    const next = starts.find((start) => start > after);
    if (versionAt(versions, after) !== undefined || next === undefined) return [];
    const span = read.policy.effective?.to?.span ?? read.policy.policy.span;
    return [handbookMessages['no-version']({ policy: head.policy, from: after, to: previousDay(next) }, span)];
  });
}

/** A higher version that has no end stands before an older one that starts later: it must say so (semantics 6.1). */
function covering(versions: readonly Version[]): readonly Diagnostic[] {
  return versions.flatMap(({ head, read }) =>
    versions
      .filter((older) => older.head.version < head.version && older.head.from > head.from)
      .filter((older) => head.to === undefined || older.head.from <= head.to)
      .filter((older) => !(read.policy.replaces ?? []).includes(older.head.version))
      .map((older) => {
        const args = { version: String(head.version), later: String(older.head.version) };
        return handbookMessages['covers-later'](args, read.policy.effective?.from.span ?? read.policy.policy.span);
      }),
  );
}

function typeChanges(versions: readonly Version[]): readonly Diagnostic[] {
  const [newest, ...older] = versions.toSorted((a, b) => b.head.version - a.head.version);
  return older.flatMap(({ decisions }) =>
    decisions.flatMap(({ name, type, origin, hidden }) => {
      const now = newest?.decisions.find((decision) => decision.name === name && !decision.hidden);
      if (now === undefined || hidden || printType(now.type) === printType(type)) return [];
      const args = { name, now: printType(type), before: printType(now.type) };
      return [
        handbookMessages['type-changed'](args, origin, {
          related: [{ span: now.origin, message: { en: 'The newest version.', zh: '最新版本。' } }],
        }),
      ];
    }),
  );
}
