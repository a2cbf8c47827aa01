import type { Handbook } from '../program/handbook.ts';
import { link } from '../program/link.ts';
import { isDay, nextDay } from '../value/calendar.ts';
import type { Ready } from './question.ts';

/** The handbook on any day. It is cut once for each stretch of days in which no version begins or ends. */
export function readyOnDays(ready: Ready): (day: string) => Ready | undefined {
  const { loaded, moment } = ready;
  const starts = changesIn(loaded.handbook);
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

/** The days on which something begins to hold or holds no longer, in order. */
function changesIn({ versions }: Handbook): readonly string[] {
  const heads = [...versions.values()].flat().map(({ head }) => head);
  return [...new Set(heads.flatMap(({ from, to }) => (to === undefined ? [from] : [from, nextDay(to)])))].sort();
}
