import { dayIn } from '../../engine/service/index.ts';

/** The day where the handbook is at home; on the clock of whoever looks at the page while that is not known, or no time zone. */
export function today(zone?: string, now: Date = new Date()): string {
  return dayIn(zone, now) ?? dayIn(undefined, now) ?? '';
}
