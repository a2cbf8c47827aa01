import type { SourceFile } from '../source/source-file.ts';
import type { YamlScalar } from './node.ts';
import { mapScalar } from './scalar-map.ts';
import type { ScalarStyle } from './scalar-map.ts';

/** A text in the usual form, while it is read from its start to its end. */
export interface Cursor {
  readonly file: SourceFile;
  readonly text: string;
  at: number;
  /** How many nodes were read. */
  nodes: number;
  /** Where the last line with content ends. */
  contentEnd: number;
}

const endOfLine = /(?: +#(?:[ #][^\n]*)?| *)(?:\n|$)/y;
const commentLine = /#[^\n]*(?:\n|$)/y;
export const newLine: RegExp = / *\n/y;
const blank = 32;

/** Reads on behind what stands here, if it does. */
export function take(cursor: Cursor, pattern: RegExp): boolean {
  if (!isHere(cursor, pattern)) return false;
  cursor.at = pattern.lastIndex;
  return true;
}

export function isHere({ text, at }: Cursor, pattern: RegExp): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Reads on behind the blanks, and says how many they are. */
export function takeBlanks(cursor: Cursor): number {
  const start = cursor.at;
  while (cursor.text.charCodeAt(cursor.at) === blank) cursor.at += 1;
  return cursor.at - start;
}

/** Goes to the next line, past a comment, if nothing else stands on this one. */
export function ends(cursor: Cursor): boolean {
  const isEnd = take(cursor, endOfLine);
  cursor.contentEnd = cursor.at;
  return isEnd;
}

/** The indentation of the next line with content, -1 at the end; undefined where a comment stands in another column than that. */
export function nextLine(cursor: Cursor): number | undefined {
  let comment: number | undefined;
  for (;;) {
    const line = cursor.at;
    if (line === cursor.text.length) return comment === undefined ? -1 : undefined;
    const indentation = takeBlanks(cursor);
    if (take(cursor, commentLine)) {
      if (comment !== undefined && comment !== indentation) return undefined;
      comment = indentation;
    } else if (!take(cursor, newLine) && cursor.at < cursor.text.length) {
      cursor.at = line;
      return comment === undefined || comment === indentation ? indentation : undefined;
    }
  }
}

/** A text as it is said, of which the file has `start` to `end`. */
export function scalar(cursor: Cursor, text: string, style: ScalarStyle, start: number, end: number): YamlScalar {
  cursor.nodes += 1;
  const raw = cursor.text.slice(start, end);
  const visible = style === 'block' ? start + raw.trimEnd().length : end;
  return {
    yaml: 'scalar',
    text,
    plain: style === 'plain',
    span: { file: cursor.file.name, start, end: visible },
    offsets: mapScalar(raw, text, style, start),
  };
}
