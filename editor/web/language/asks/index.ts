import { later } from '../../later.ts';
import { formAsks } from './form.ts';
import { handbookAsks } from './handbook.ts';
import { languageAsks } from './language.ts';
import { problemsAsks } from './problems.ts';
import { readingAsks } from './reading.ts';

/**
 * All that the page may ask its worker, by area: functions `(workspace, …args) => answer` of plain data, or a
 * promise of it. An area is one file here and one line below; the page asks `client.ask('area/name', …args)`, and the types follow.
 */
export const areas = {
  form: formAsks,
  handbook: handbookAsks,
  language: languageAsks,
  problems: problemsAsks,
  reading: readingAsks,
} as const;

/** Areas of panels that nobody sees at first: each comes when it is first asked. */
export const laterAreas = {
  amending: later(async () => (await import('./amending.ts')).amendingAsks),
  cases: later(async () => (await import('./cases.ts')).casesAsks),
  coverage: later(async () => (await import('./coverage.ts')).coverageAsks),
  inbox: later(async () => (await import('./inbox.ts')).inboxAsks),
  trying: later(async () => (await import('./trying.ts')).tryingAsks),
} as const;
