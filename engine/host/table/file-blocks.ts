import { isAscii } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';
import { endOfRecords } from '../../blocks/cut.ts';
import type { Encoding } from '../../tables/encoding.ts';
import { encodingOf, sample } from './decode-text.ts';

/** Whole records of a text file, each with its line end; the last one gets one where the file has none. */
interface FileBlock {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly encoding: Encoding;
  /** Where it stands in the file. */
  readonly from: number;
  readonly to: number;
}

/** Small enough that several are in memory at once, large enough that handing one over costs nothing. */
const usual = 1 << 20;

/** A record of more bytes is none: somewhere in it a quote was not meant as one. */
const longest = 64 << 20;

interface Source {
  readonly name: string;
  readonly file: FileHandle;
  readonly format: 'csv' | 'jsonl';
  /** Where the first record begins. */
  readonly from: number;
  /** Set once text beyond ASCII was met; no text that is wider than bytes. */
  readonly found: { encoding: Encoding | undefined };
}

/** The records of a file from an offset on. Throws an error that is `Unreadable` where the encoding cannot be told. */
export async function* fileBlocks({
  name,
  file,
  format,
  from,
  found,
}: Source): AsyncGenerator<FileBlock, void, undefined> {
  let open: Uint8Array = new Uint8Array();
  let [at, read, size] = [from, from, usual];
  for (let isLast = false; !isLast;) {
    const bytes = new Uint8Array(open.length + size);
    bytes.set(open);
    const { bytesRead } = await file.read(bytes, open.length, size - 1, read);
    read += bytesRead;
    isLast = bytesRead === 0;
    const length = open.length + bytesRead;
    let end = isLast ? length : endOfRecords(bytes, 0, length, format === 'csv');
    const isStray = end === 0 && !isLast && format === 'csv' && length > longest;
    // Whoever reads it finds the quote that is never closed, and no row.
    if (isStray) end = withinQuotes(bytes, length);
    if (end === 0 && !isLast) {
      // A record that is longer than all of it.
      [open, size] = [bytes.slice(0, length), Math.max(size, length)];
      continue;
    }
    if (end === 0) return;
    open = bytes.slice(end, length);
    size = usual;
    let block = bytes.subarray(0, end);
    if (isLast) {
      bytes[end] = 10;
      block = bytes.subarray(0, end + 1);
    }
    if (found.encoding === undefined && !(isAscii(block) && !block.includes(0)))
      found.encoding = await encodingFrom(name, file, at, block);
    yield { bytes: block, encoding: found.encoding ?? 'utf-8', from: at, to: at + end };
    at += end;
    if (isStray) return;
  }
}

/** How many bytes of a record that is quoted to its end end in a line within its quotes; 0 where there are none. */
function withinQuotes(bytes: Uint8Array, length: number): number {
  let [isQuoted, end] = [false, 0];
  for (let at = 0; at < length; at += 1) {
    if (bytes[at] === 34) isQuoted = !isQuoted;
    else if (bytes[at] === 10 && isQuoted && end === 0 && at >= usual) end = at + 1;
  }
  return isQuoted ? end : 0;
}

/** By so many bytes behind the first that is not ASCII. */
async function encodingFrom(name: string, file: FileHandle, at: number, block: Uint8Array): Promise<Encoding> {
  const plain = block.findIndex((byte) => byte >= 0x80);
  const bytes = new Uint8Array(Math.max(0, plain) + sample);
  let filled = 0;
  for (let isEnd = false; !isEnd && filled < bytes.length;) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, at + filled);
    filled += bytesRead;
    isEnd = bytesRead === 0;
  }
  return encodingOf(name, bytes.subarray(0, filled), filled < bytes.length);
}
