import type { YamlScalar } from '../yaml/node.ts';
import { plainScalar } from '../shape/plain.ts';
import { wideIntervalIn } from '../yaml/wide-signs.ts';

/** Lines are this long at most, as far as blanks allow. */
export const mostColumns = 120;

/** The width of a text as editors count columns. */
export const columns = (text: string): number => [...text].length;

// What the guard refuses when it stands in a file as it is, and halves of surrogate pairs.
const unprintable =
  /[\0-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const indicator = /^(?:[-?:](?: |$)|[,[\]{}#&*!|>'"%@`]|(?:---|\.\.\.)(?: |$))/;

/** Does YAML read the text as itself when it stands without quotes? */
function readsPlain(text: string, between: boolean): boolean {
  if (text === '' || text !== text.trim() || text.search(unprintable) !== -1) return false;
  if (indicator.test(text) || /:(?: |$)| #/.test(text) || wideIntervalIn(text) !== undefined) return false;
  return !between || !/[,[\]{}]/.test(text);
}

// Words that cases and parameters read only where they have no quotes, and those that older YAML tools take for true or false.
const bareWords = /^(?:unset|undetermined|not-applicable|error|absent|same|on|off|yes|no|y|n)$/i;
const clockTime = /^\d{1,2}:\d{2}(?::\d{2})?$/;

/** The text as a YAML scalar on one line: without quotes where it reads the same. `plain`: the author wrote it so. */
export function printScalar({ text, plain }: Pick<YamlScalar, 'text' | 'plain'>, between: boolean): string {
  if (plain && text === '') return '';
  const same = plain || (plainScalar({ text, plain: true }) === text && !bareWords.test(text));
  return same && readsPlain(text, between) && !clockTime.test(text) ? text : inQuotes(text);
}

/** The text in the quotes that need fewest escapes. */
export function inQuotes(text: string): string {
  if (text.search(unprintable) !== -1) return `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll(unprintable, escaped)}"`;
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r' };

function escaped(unit: string): string {
  return named[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The scalar over as many lines as it needs: YAML reads a break between two words as one blank. */
export function fill(scalar: string, used: number, indentation: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let room = mostColumns - used;
  for (const word of wordsOf(scalar)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columns(longer) > room) {
      lines.push(line);
      line = word;
      room = mostColumns - indentation.length;
    } else line = longer;
  }
  return [...lines, line].map((text, i) => (i === 0 ? text : indentation + text));
}

/** Where a line may break: at single blanks, and not where the next line would begin like a list item or a key. */
function wordsOf(scalar: string): readonly string[] {
  return scalar.split(/(?<=[^ \\]) (?=[^ #?:-]|[-:?#][^ ])/);
}
