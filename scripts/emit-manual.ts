/** `npm run manual`: follows the user's manual in both languages and writes the outputs that its commands print into its pages. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { languages, type Language } from '../engine/diagnostic/diagnostic.ts';
import { follow } from './docs/manual-page.ts';
import { startSession } from './docs/manual-session.ts';

/** The pages in the order of reading. */
export const manualPages = (language: Language): readonly string[] =>
  globSync(`docs/manual/${language}/*.md`)
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

/** The pages as they would be printed today, each in the folder that the ones before it left; path → text. */
export async function followedManual(language: Language): Promise<ReadonlyMap<string, string>> {
  const session = startSession(language);
  try {
    const pages = new Map<string, string>();
    for (const path of manualPages(language)) pages.set(path, await follow(readFileSync(path, 'utf8'), session));
    return pages;
  } finally {
    session.end();
  }
}

if (import.meta.main) {
  for (const language of languages)
    for (const [path, text] of await followedManual(language)) writeFileSync(path, text);
}
