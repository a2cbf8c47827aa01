import { open } from 'node:fs/promises';
import type { FileLine } from '../../decision-log/read-chain.ts';

/** Longer lines are not ours; they are passed over without being held. */
const mostBytes = 64 * 1024 * 1024;
const block = 64 * 1024;

/** The lines of a file, one after the other; no more than one is held. `name` is what messages call the file. */
export async function* linesOf(path: string, name: string): AsyncGenerator<FileLine> {
  const file = await open(path, 'r');
  try {
    let held: Uint8Array<ArrayBuffer>[] = [];
    let length = 0;
    let [number, start, at] = [1, 0, 0];
    const line = (isCut: boolean): FileLine => {
      const bytes = length > mostBytes ? new Uint8Array() : joined(held, length);
      return { bytes, isCut, file: name, number, start };
    };
    const hold = (part: Uint8Array<ArrayBuffer>): void => {
      length += part.length;
      if (length > mostBytes) held = [];
      else if (part.length > 0) held.push(part);
    };
    for (;;) {
      const buffer = new Uint8Array(block);
      const { bytesRead } = await file.read(buffer, 0, block, at);
      if (bytesRead === 0) break;
      at += bytesRead;
      const read = buffer.subarray(0, bytesRead);
      let from = 0;
      for (let end = read.indexOf(10); end >= 0; end = read.indexOf(10, from)) {
        hold(read.subarray(from, end));
        yield line(false);
        [held, from] = [[], end + 1];
        [number, start, length] = [number + 1, start + length + 1, 0];
      }
      hold(read.subarray(from));
    }
    if (length > 0) yield line(true);
  } finally {
    await file.close();
  }
}

function joined(parts: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** How a file ends: its last whole line, and whether a line was begun behind it. */
interface Tail {
  readonly line?: Uint8Array<ArrayBuffer>;
  readonly isTorn: boolean;
  readonly bytes: number;
}

/** Reads a file from its end, as far as its last whole line goes. */
export async function tailOf(path: string): Promise<Tail> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    for (let length = Math.min(size, block); ; length = Math.min(size, length * 4)) {
      const buffer = new Uint8Array(length);
      let read = 0;
      while (read < length) {
        const { bytesRead } = await file.read(buffer, read, length - read, size - length + read);
        if (bytesRead === 0) break;
        read += bytesRead;
      }
      const end = buffer.lastIndexOf(10);
      const begin = end <= 0 ? -1 : buffer.lastIndexOf(10, end - 1);
      const isAll = length === size;
      if (begin < 0 && !isAll) continue;
      const isTorn = end !== length - 1 && size > 0;
      return { bytes: size, isTorn, ...(end < 0 ? {} : { line: buffer.slice(begin + 1, end) }) };
    }
  } finally {
    await file.close();
  }
}
