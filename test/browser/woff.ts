/**
 * WOFF 1 back to the plain font inside it, because Chromium takes a system font only as TrueType or OpenType, and npm's
 * font packages ship the web's formats alone. (https://www.w3.org/TR/WOFF/: the same tables, each deflated.)
 */
import { inflateSync } from 'node:zlib';

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

export function sfntOfWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1 font');
  const count = woff.readUInt16BE(12);
  const directory = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * count);
  writeHeader(directory, woff.readUInt32BE(4), count);

  const parts: Buffer[] = [directory];
  let offset = directory.length;
  for (let index = 0; index < count; index += 1) {
    const entry = woff.subarray(WOFF_HEADER + WOFF_ENTRY * index);
    const table = tableAt(woff, entry);
    const at = SFNT_HEADER + SFNT_ENTRY * index;
    entry.copy(directory, at, 0, 4); // tag
    entry.copy(directory, at + 4, 16, 20); // checksum of the plain table
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(table.length, at + 12);
    const padding = Buffer.alloc(-table.length & 3);
    parts.push(table, padding);
    offset += table.length + padding.length;
  }
  return Buffer.concat(parts);
}

function writeHeader(directory: Buffer, flavour: number, count: number): void {
  const log = Math.floor(Math.log2(count));
  const range = 16 * 2 ** log;
  directory.writeUInt32BE(flavour, 0);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(range, 6);
  directory.writeUInt16BE(log, 8);
  directory.writeUInt16BE(16 * count - range, 10);
}

function tableAt(woff: Buffer, entry: Buffer): Buffer {
  const start = entry.readUInt32BE(4);
  const packed = entry.readUInt32BE(8);
  const stored = woff.subarray(start, start + packed);
  // A table that deflating would not shorten is stored as it is.
  return packed < entry.readUInt32BE(12) ? inflateSync(stored) : stored;
}
