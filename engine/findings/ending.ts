import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { SchedulePolicy } from '../kinds/schedule/index.ts';
import type { Handbook, Version } from '../program/handbook.ts';
import { versionAt } from '../program/timeline.ts';
import { nextDay } from '../value/calendar.ts';
import { proofMessages as messages } from './messages.ts';

// Time enough to write, publish and learn what comes next.
const soon = 60;

/** Versions, parameters among them, and calendars that end within two months of a day, without anything that holds behind it. */
export function endingSoon({ versions }: Handbook, at: string): readonly Diagnostic[] {
  const last = later(at, soon);
  return [...versions.values()].flatMap((same) => {
    const version = versionAt(same, at);
    if (version === undefined) return [];
    return [...ofVersion(version, same, at, last), ...ofCalendar(version, same, at, last)];
  });
}

function ofVersion({ head, read }: Version, same: readonly Version[], at: string, last: string): readonly Diagnostic[] {
  const { to, policy } = head;
  if (to === undefined || to > last || versionAt(same, nextDay(to)) !== undefined) return [];
  const span = read.policy.effective?.to?.span ?? read.policy.policy.span;
  return [messages['ends-soon']({ policy, to, at }, span)];
}

function ofCalendar(
  { head, read }: Version,
  same: readonly Version[],
  at: string,
  last: string,
): readonly Diagnostic[] {
  if (read.kind.name !== 'schedule') return [];
  const { calendar } = read.policy as SchedulePolicy;
  if (calendar?.form !== 'covers' || calendar.value.covers.to.iso > last) return [];
  const { covers } = calendar.value;
  const next = versionAt(same, nextDay(covers.to.iso));
  // A later version brings a calendar of its own.
  if (next !== undefined && next.head.version !== head.version) return [];
  return [messages['calendar-ends']({ to: covers.to.iso, at }, covers.to.span)];
}

function later(day: string, days: number): string {
  let found = day;
  for (let i = 0; i < days; i++) found = nextDay(found);
  return found;
}
