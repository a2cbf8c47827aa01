import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Span } from '../source/span.ts';
import { beginning, hashesOf, isBeyondWhole, type Digest } from './chain.ts';
import { logFormat, readLine } from './line.ts';
import { logMessages } from './messages.ts';
import type { LogRecord } from './record.ts';

/** A line as it lies in a file. */
export interface FileLine {
  /** Without the line feed. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** No line feed follows: the file ends here. */
  readonly isCut: boolean;
  readonly file: string;
  /** From 1. */
  readonly number: number;
  /** The first byte, from 0. */
  readonly start: number;
}

export type LineRead =
  | { readonly is: 'header' }
  | { readonly is: 'record'; readonly record: LogRecord }
  /** A write that did not end; what it began was never confirmed. */
  | { readonly is: 'torn'; readonly diagnostic: Diagnostic }
  /** Here the chain breaks. */
  | { readonly is: 'broken'; readonly diagnostic: Diagnostic };

interface ChainReader {
  /** The next line of the log, in the order of its files. */
  readonly read: (line: FileLine) => LineRead;
  /** The hash of the last line that is in order: whoever keeps it elsewhere can tell later that no line behind it was cut off. */
  readonly last: () => string | undefined;
  /** Does the log begin at its beginning, and not with a later file? */
  readonly isFromBeginning: () => boolean;
}

/** Follows the chain through the files of a log, line by line; it keeps nothing but the last hash. */
export function chainReader(digest: Digest): ChainReader {
  // The hashes that the next line may name; any, while nothing is known.
  let expected: readonly string[] | undefined;
  let last: string | undefined;
  let first: string | undefined;

  const read = (line: FileLine): LineRead => {
    const at: Span = { file: line.file, start: line.start, end: line.start + line.bytes.length };
    const place = { line: line.number };
    if (line.isCut && !isBeyondWhole(line.bytes)) return { is: 'torn', diagnostic: logMessages.torn(place, at) };
    const hashes = hashesOf(line.bytes, digest);
    const broken = (diagnostic: Diagnostic, next?: readonly string[]): LineRead => {
      expected = next;
      return { is: 'broken', diagnostic };
    };
    if (hashes === undefined || line.isCut) return broken(logMessages.unreadable(place, at));
    const { said, is } = hashes;
    if (said !== is) return broken(logMessages.altered(place, at), [said, is]);
    const content = readLine(new TextDecoder().decode(line.bytes));
    if (content === undefined) return broken(logMessages.unreadable(place, at), [said]);
    const { before, header, record } = content;
    if (header !== undefined && header.format !== logFormat)
      return broken(logMessages['newer-format']({ format: header.format, known: logFormat }, at), [said]);
    const follows = expected === undefined || expected.includes(before);
    // Only the first line of a file is one about the file.
    if (!follows || (line.number === 1) !== (header !== undefined))
      return broken(logMessages['out-of-place'](place, at), [said]);
    expected = [said];
    last = said;
    first ??= before;
    return record === undefined ? { is: 'header' } : { is: 'record', record };
  };
  return { read, last: () => last, isFromBeginning: () => first === undefined || first === beginning };
}
