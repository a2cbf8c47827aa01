import { intervalEnd } from './extent.ts';
import { isCut } from './misread-value.ts';
import type { YamlEntry, YamlNode } from './node.ts';
import { newLine, scalar, take, takeBlanks, type Cursor } from './usual-cursor.ts';
import { inQuotes, isWideInterval, keyHere } from './usual-scalars.ts';

const plainBetween =
  /(?:[^\s\-?:,[\]{}#&*!|>'"%@`，；、]|-(?=[\p{L}\p{N}.]))(?:[^\s:#,[\]{}]+|:(?![\s,[\]{}])|(?<! )#| +(?=[^\s#,[\]{}]))*/uy;

/** A map or a list between brackets, nested so deep at most; its lines stand further right than the column. */
export function between(cursor: Cursor, column: number, deepest: number): YamlNode | undefined {
  const { text, at: start } = cursor;
  const isMap = text.charAt(start) === '{';
  if (deepest === 0 || (!isMap && (intervalEnd(text, start) !== undefined || isWideInterval(text, start))))
    return undefined;
  cursor.at += 1;
  cursor.nodes += 1;
  const closing = isMap ? '}' : ']';
  const entries: YamlEntry[] = [];
  const items: YamlNode[] = [];
  if (!gap(cursor, column)) return undefined;
  while (text.charAt(cursor.at) !== closing) {
    const key = isMap ? keyHere(cursor) : undefined;
    if (isMap && key === undefined) return undefined;
    takeBlanks(cursor);
    const value = valueBetween(cursor, column, deepest);
    if (value === undefined || !gap(cursor, column)) return undefined;
    if (key === undefined) items.push(value);
    else entries.push(entryOf(key, value));
    if (text.charAt(cursor.at) === closing) break;
    if (text.charAt(cursor.at) !== ',') return undefined;
    cursor.at += 1;
    if (!gap(cursor, column) || text.charAt(cursor.at) === closing) return undefined;
  }
  cursor.at += 1;
  const span = { file: cursor.file.name, start, end: cursor.at };
  return isMap ? { yaml: 'map', entries, span } : { yaml: 'list', items, span };
}

function valueBetween(cursor: Cursor, column: number, deepest: number): YamlNode | undefined {
  const { text, at: start } = cursor;
  switch (text.charAt(start)) {
    case '{':
    case '[':
      return between(cursor, column, deepest - 1);
    case '"':
    case "'":
      return inQuotes(cursor, column);
    default:
      if (!take(cursor, plainBetween) || isWideInterval(text, start)) return undefined;
      if (isCut(text, { start, end: cursor.at })) return undefined;
      return scalar(cursor, text.slice(start, cursor.at), 'plain', start, cursor.at);
  }
}

/** Blanks, and at most one break. */
function gap(cursor: Cursor, column: number): boolean {
  takeBlanks(cursor);
  if (!take(cursor, newLine)) return true;
  return takeBlanks(cursor) > column && cursor.text.charAt(cursor.at) !== '\n';
}

export function entryOf(key: YamlEntry['key'], value: YamlNode): YamlEntry {
  const { file, start, end } = key.span;
  return { key, value, span: { file, start, end: Math.max(end, value.span.end) } };
}
