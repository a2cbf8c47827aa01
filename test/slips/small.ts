/** A handbook small enough to work its pay out by hand, for slips and recalculations. */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readHandbook, type Handbook } from '../../engine/program/handbook.ts';
import { sourceFile } from '../../engine/source/source-file.ts';

export const smallFolder = resolve('test/slips/handbook');

export const smallTexts: Readonly<Record<string, string>> = Object.fromEntries(
  globSync('*.yaml', { cwd: smallFolder })
    .sort()
    .map((path) => [path, readFileSync(`${smallFolder}/${path}`, 'utf8')]),
);

export function smallHandbook(changes: Readonly<Record<string, string>> = {}): Handbook {
  const handbook = readHandbook(
    Object.entries({ ...smallTexts, ...changes }).map(([name, text]) => sourceFile(name, text)),
  );
  const errors = handbook.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message.en).join('\n'));
  return handbook;
}

/** What a page says, a line for each line that is seen; tags and style taken out. */
export function textOfPage(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/\s+/g, ' ')
    .replace(/<\/(?:p|h\d|dd|tr|li|div|header|section|nav)>|<(?:ul|p|li)\b[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
