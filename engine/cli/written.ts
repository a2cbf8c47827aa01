import type { Written } from '../slips/slip.ts';
import type { Ready } from './question.ts';
import type { Call } from './verb.ts';
import { version } from '../host/version.ts';

/** Who writes a page and when, by the clock of the place where the handbook is at home. */
export function writtenNow({ io }: Call, { loaded }: Pick<Ready, 'loaded'>): Written {
  const timeZone = loaded.handbook.manifest?.['time-zone'].text;
  return { by: version(), on: `${clock(io.now(), timeZone)}${timeZone === undefined ? ' UTC' : ` (${timeZone})`}` };
}

/** `2026-11-02 09:30`; in a zone that nobody knows it is that of Greenwich. */
function clock(now: Date, timeZone = 'UTC'): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(now);
}
