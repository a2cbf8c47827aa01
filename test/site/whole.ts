import type { Language } from '../../engine/diagnostic/diagnostic.ts';
import type { Handbook } from '../../engine/program/handbook.ts';
import { siteOf } from '../../engine/site/site.ts';

/** All files of a handbook's site by their paths. */
export function siteFiles(
  handbook: Handbook,
  languages: readonly Language[] = ['zh', 'en'],
  at = '2026-10-31',
): ReadonlyMap<string, string> {
  const written = { by: '0', on: '2026-10-31 12:00' };
  const files = new Map<string, string>();
  for (const { path, text } of siteOf({ handbook, at, languages, written, library: '' })) {
    if (files.has(path)) throw new Error(`${path} is written twice`);
    files.set(path, text);
  }
  return files;
}
