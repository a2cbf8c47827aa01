import type { YamlScalar } from './node.ts';
import { ends, isHere, newLine, scalar, take, takeBlanks, type Cursor } from './usual-cursor.ts';
import { wideIntervalIn } from './wide-signs.ts';

export const keyWithColon: RegExp =
  /(?:\.?[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,99}(?: [\p{L}\p{N}_.-]{1,99}){0,4}|"[^"\\\n]{1,199}"):(?=[ \n])/uy;
const plainText = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[\p{L}\p{N}.]))(?:[^\s:#]+|:(?=\S)|(?<! )#| +(?=[^\s#]))*/uy;
const plainGoesOn = /(?:[^\s\-?:#]|[-?:](?=\S))(?:[^\s:#]+|:(?=\S)|(?<! )#| +(?=[^\s#]))*/uy;
const quoted = /"[^"\\]*"|'[^']*'(?!')/y;
const foldedHeader = />-\n/y;
const foldedLine = /[^\s][^\n]*(?<! )(?=\n|$)/y;
const blankLine = /\n* +(?:\n|$)/y;
const opensInterval = /[[(（［【]/;

/** A key with its colon. */
export function keyHere(cursor: Cursor): YamlScalar | undefined {
  const start = cursor.at;
  if (!take(cursor, keyWithColon)) return undefined;
  const end = cursor.at - 1;
  return cursor.text.charAt(start) === '"'
    ? scalar(cursor, cursor.text.slice(start + 1, end - 1), 'double', start, end)
    : scalar(cursor, cursor.text.slice(start, end), 'plain', start, end);
}

/** A text without quotes, to the end of its last line; it goes on in lines further right than the column. */
export function plain(cursor: Cursor, column: number): YamlScalar | undefined {
  const { text, at: start } = cursor;
  if (!take(cursor, plainText) || isWideInterval(text, start)) return undefined;
  let end = cursor.at;
  const lines = [text.slice(start, end)];
  while (take(cursor, newLine)) {
    const line = cursor.at;
    const indentation = takeBlanks(cursor);
    if (indentation <= column || text.charAt(cursor.at) === '\n') {
      cursor.at = line - 1;
      break;
    }
    const further = cursor.at;
    if (!take(cursor, plainGoesOn)) return undefined;
    lines.push(text.slice(further, cursor.at));
    end = cursor.at;
  }
  return ends(cursor) ? scalar(cursor, lines.join(' '), 'plain', start, end) : undefined;
}

/** `>-` with lines in one column. */
export function folded(cursor: Cursor, column: number): YamlScalar | undefined {
  const { text, at: start } = cursor;
  if (!take(cursor, foldedHeader)) return undefined;
  const indentation = takeBlanks(cursor);
  if (indentation <= column) return undefined;
  const lines: string[] = [];
  for (let own = indentation; own === indentation; own = takeBlanks(cursor)) {
    const line = cursor.at;
    if (!take(cursor, foldedLine)) return undefined;
    lines.push(text.slice(line, cursor.at));
    take(cursor, newLine);
    cursor.contentEnd = cursor.at;
  }
  cursor.at = cursor.contentEnd;
  // Blanks of further lines may belong to the text.
  if (isHere(cursor, blankLine)) return undefined;
  return scalar(cursor, lines.join(' '), 'block', start, cursor.at);
}

/** A text in quotes without escapes; it may go on in lines further right than the column. */
export function inQuotes(cursor: Cursor, column: number): YamlScalar | undefined {
  const { text, at: start } = cursor;
  if (!take(cursor, quoted)) return undefined;
  const [first = '', ...further] = text.slice(start + 1, cursor.at - 1).split('\n');
  if (!further.every((line) => line.search(/[^ ]/) > column)) return undefined;
  const said = [first, ...further].map((line, i) => unfolded(line, i > 0, i < further.length)).join(' ');
  return scalar(cursor, said, text.charAt(start) === '"' ? 'double' : 'single', start, cursor.at);
}

/** A line of a text in quotes that is folded: blanks around its breaks are not part of it. */
function unfolded(line: string, isFurther: boolean, goesOn: boolean): string {
  const from = isFurther ? line.replace(/^ +/, '') : line;
  return goesOn ? from.replace(/ +$/, '') : from;
}

/** Is it an interval with a bracket of a Chinese keyboard? */
export function isWideInterval(text: string, start: number): boolean {
  return opensInterval.test(text.charAt(start)) && wideIntervalIn(text.slice(start, start + 200)) !== undefined;
}
