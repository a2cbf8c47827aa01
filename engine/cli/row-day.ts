import { link } from '../program/link.ts';
import { changeDays } from '../program/timeline.ts';
import { isDay } from '../value/calendar.ts';
import type { Ready } from './question.ts';

/** The handbook on any day. It is cut once for each stretch of days in which no version begins or ends. */
export function readyOnDays(ready: Ready): (day: string) => Ready | undefined {
  const { loaded, moment } = ready;
  const starts = changeDays([...loaded.handbook.versions.values()].flat());
  const known = new Map<string, Ready>();
  return (day) => {
    if (!isDay(day)) return undefined;
    const stretch = starts.findLast((start) => start <= day) ?? '';
    const before = known.get(stretch);
    const here = { at: day, isToday: false, ...(moment.known === undefined ? {} : { known: moment.known }) };
    const program = before?.program ?? link(loaded.handbook, here);
    const there = { loaded, moment: here, program };
    known.set(stretch, before ?? there);
    return there;
  };
}
