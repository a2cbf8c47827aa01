import type { Texts } from '../diagnostic/diagnostic.ts';
import { dayNumber, dayOf } from '../evaluate/calendar.ts';

/** Says that a version starts before a day: before today, or before anybody could know it. */
export function backdated(from: string, before: string, what: 'today' | 'published'): Texts {
  const days = dayNumber(dayOf(before)) - dayNumber(dayOf(from));
  const [en, zh] =
    what === 'today'
      ? [`before today (${before})`, `早于今天（${before}）`]
      : [`before it was published (${before})`, `早于公布日（${before}）`];
  return {
    en: `It takes effect on ${from}, ${days} ${days === 1 ? 'day' : 'days'} ${en}: what was computed for those days is computed anew.`,
    zh: `自 ${from} 起施行，${zh}${days} 天：其间已算出的结果将重新计算。`,
  };
}
