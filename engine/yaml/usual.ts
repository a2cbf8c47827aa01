import type { SourceFile } from '../source/source-file.ts';
import { mostTokens } from './guard.ts';
import type { YamlEntry, YamlMap, YamlNode } from './node.ts';
import { between, entryOf } from './usual-brackets.ts';
import { ends, isHere, nextLine, takeBlanks, type Cursor } from './usual-cursor.ts';
import { folded, inQuotes, keyHere, keyWithColon, plain } from './usual-scalars.ts';

// More than any file of a handbook that people write; what a pattern takes on its way through a text stays small.
const longest = 400_000;
// Below what the guard allows of nesting.
const deepest = 12;
// So many of YAML's words a node or a line has at most: two brackets, a sign behind them and the blanks around.
const mostWords = 6;

const unusual = /[\0-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff\ufffe\uffff]/;

/**
 * Reads a text whose YAML is of the plain sort that files in the usual form have, several times faster than the library does.
 * Undefined for any other text, right or wrong: only what has no mistake in its YAML, and says the same either way, is read.
 */
export function readUsual(file: SourceFile): YamlMap | undefined {
  const { text, lineStarts } = file;
  if (text.length > longest || unusual.test(text)) return undefined;
  const cursor: Cursor = { file, text, at: 0, nodes: 0, contentEnd: 0 };
  if (nextLine(cursor) !== 0) return undefined;
  const root = blockMap(cursor, 0, deepest);
  const isFew = (cursor.nodes + lineStarts.length) * mostWords < mostTokens;
  return cursor.at === text.length && isFew ? root : undefined;
}

/** Entries whose keys stand in one column, from the first of them on, which may stand behind the dash of an item. */
function blockMap(cursor: Cursor, column: number, left: number): YamlMap | undefined {
  const entries: YamlEntry[] = [];
  const span = lines(cursor, column, () => {
    const key = keyHere(cursor);
    const value = key && (ends(cursor) ? below(cursor, column, left) : inLine(cursor, column, left));
    if (key !== undefined && value !== undefined) entries.push(entryOf(key, value));
    return value !== undefined;
  });
  return span && { yaml: 'map', entries, span };
}

function blockList(cursor: Cursor, column: number, left: number): YamlNode | undefined {
  const items: YamlNode[] = [];
  const span = lines(cursor, column, () => {
    if (!isItem(cursor)) return false;
    cursor.at += 2;
    const isBlock = isItem(cursor) || isHere(cursor, keyWithColon);
    const item = isBlock ? block(cursor, column + 2, left) : inLine(cursor, column, left);
    if (item !== undefined) items.push(item);
    return item !== undefined;
  });
  return span && { yaml: 'list', items, span };
}

/** Reads line after line that starts in the column; undefined where one cannot be read or stands further right. */
function lines(cursor: Cursor, column: number, read: () => boolean): YamlMap['span'] | undefined {
  const start = cursor.at;
  for (;;) {
    if (!read()) return undefined;
    const next = nextLine(cursor);
    if (next === undefined || next > column) return undefined;
    if (next < column) return { file: cursor.file.name, start, end: cursor.contentEnd };
    cursor.at += column;
  }
}

/** What stands in the lines below a key. */
function below(cursor: Cursor, column: number, left: number): YamlNode | undefined {
  const next = nextLine(cursor);
  if (next === undefined || next <= column) return undefined;
  cursor.at += next;
  return block(cursor, next, left);
}

function block(cursor: Cursor, column: number, left: number): YamlNode | undefined {
  if (left === 0) return undefined;
  cursor.nodes += 1;
  return isItem(cursor) ? blockList(cursor, column, left - 1) : blockMap(cursor, column, left - 1);
}

const isItem = ({ text, at }: Cursor): boolean => text.startsWith('- ', at);

/** What stands behind a colon or a dash, to the end of its last line. */
function inLine(cursor: Cursor, column: number, left: number): YamlNode | undefined {
  takeBlanks(cursor);
  switch (cursor.text.charAt(cursor.at)) {
    case '>':
      return folded(cursor, column);
    case '{':
    case '[':
      return closed(cursor, between(cursor, column, left));
    case '"':
    case "'":
      return closed(cursor, inQuotes(cursor, column));
    default:
      return plain(cursor, column);
  }
}

/** What closes itself, if nothing else stands behind it. */
const closed = (cursor: Cursor, node: YamlNode | undefined): YamlNode | undefined => (ends(cursor) ? node : undefined);
