import { globSync, readFileSync } from 'node:fs';
import type { Diagnostic } from '../../engine/diagnostic/diagnostic.ts';
import { readHandbook, type Handbook } from '../../engine/program/handbook.ts';
import { sourceFile } from '../../engine/source/source-file.ts';

const root = new URL('../handbook/policies/', import.meta.url);

/**
 * The handbook that tests change: one chapter of the project's own, so that what they find does not move when another chapter
 * is written. Path → text.
 */
export const policyTexts: Readonly<Record<string, string>> = Object.fromEntries(
  globSync('**/*.yaml', { cwd: root.pathname })
    .sort()
    .map((path) => [path, readFileSync(new URL(path, root), 'utf8')]),
);

/** A change of one text: what is replaced must be there, exactly once. */
export interface Replacement {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** That handbook after changes of its text. */
export function changedTexts(...changes: readonly Replacement[]): Readonly<Record<string, string>> {
  const texts = { ...policyTexts };
  for (const { file, find, replace } of changes) {
    const text = texts[file] ?? '';
    if (text.split(find).length !== 2)
      throw new Error(`"${find}" stands ${String(text.split(find).length - 1)} times in ${file}`);
    texts[file] = text.replace(find, () => replace);
  }
  return texts;
}

export function handbookOf(texts: Readonly<Record<string, string>>): Handbook {
  return readHandbook(Object.entries(texts).map(([name, text]) => sourceFile(name, text)));
}

/** The text that a diagnostic points at. */
export function pointedAt({ span }: Diagnostic, texts: Readonly<Record<string, string>>): string {
  return (texts[span.file] ?? '').slice(span.start, span.end);
}
