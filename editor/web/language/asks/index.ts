import { amendingAsks } from './amending.ts';
import { coverageAsks } from './coverage.ts';
import { casesAsks } from './cases.ts';
import { formAsks } from './form.ts';
import { handbookAsks } from './handbook.ts';
import { inboxAsks } from './inbox.ts';
import { languageAsks } from './language.ts';
import { problemsAsks } from './problems.ts';
import { readingAsks } from './reading.ts';
import { tryingAsks } from './trying.ts';

/**
 * All that the page may ask its worker, by area: functions `(workspace, …args) => answer` of plain data, or a
 * promise of it. An area is one file here and one line below; the page asks `client.ask('area/name', …args)`, and the types follow.
 */
export const areas = {
  amending: amendingAsks,
  coverage: coverageAsks,
  cases: casesAsks,
  form: formAsks,
  handbook: handbookAsks,
  inbox: inboxAsks,
  language: languageAsks,
  problems: problemsAsks,
  reading: readingAsks,
  trying: tryingAsks,
} as const;
