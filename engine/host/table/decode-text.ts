import type { Encoding } from '../../tables/encoding.ts';
import type { Unreadable } from '../../tables/unreadable.ts';
import { binaryTable, notEncoded, otherEncoding, unmarkedWide } from '../../tables/messages.ts';

/** What is found out about a text while it is decoded. */
export interface Found {
  encoding: Encoding | undefined;
  /** It begins with a byte order mark. */
  mark: boolean;
}

/** So many bytes behind the first that is not ASCII decide the encoding. */
export const sample = 65_536;

/**
 * Decodes a text as it comes. A byte order mark names the encoding, else `wanted` does; else it is UTF-8 where it can be, and
 * GB18030 where it cannot: Chinese text in GB18030 is hardly ever UTF-8 by chance, and the other way round often is. Throws an
 * error that is `Unreadable` where the bytes are no such text.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  wanted: Encoding | undefined,
  found: Found,
): AsyncGenerator<string, void, undefined> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let waiting: Uint8Array = new Uint8Array();
  let isStart = true;
  const decode = (chunk: Uint8Array, isLast: boolean): string => {
    try {
      return decoder?.decode(chunk, { stream: !isLast }) ?? '';
    } catch {
      throw stopped(notEncoded(name, found.encoding));
    }
  };
  /** The text of all that waits, once it is known what it is. */
  const begin = (isLast: boolean): string => {
    const marked = isStart ? markedAs(waiting) : undefined;
    if (marked !== undefined && wanted !== undefined && wanted !== marked)
      throw stopped(otherEncoding(name, wanted, marked));
    if (marked === undefined && wanted === undefined) refuseBinary(waiting, name);
    const plain = marked === undefined && wanted === undefined && !isLast ? plainStart(waiting) : 0;
    const encoding =
      marked ?? wanted ?? (waiting.length - plain < sample && !isLast ? undefined : guess(name, waiting, isLast));
    if (isStart && waiting.length > 0) found.mark = marked !== undefined;
    isStart = false;
    if (encoding === undefined) {
      // The same in every encoding that can follow.
      const text = Buffer.from(waiting.subarray(0, plain)).toString('latin1');
      waiting = waiting.subarray(plain);
      return text;
    }
    found.encoding = encoding;
    decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    const text = decode(waiting, isLast);
    return found.mark && marked !== undefined ? text.slice(1) : text;
  };
  for await (const chunk of bytes) {
    if (decoder !== undefined) {
      yield decode(chunk, false);
      continue;
    }
    waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    // A mark takes up to three bytes, the signature of a workbook four.
    if (!isStart || waiting.length >= 4) yield begin(false);
  }
  yield decoder === undefined ? begin(true) : decode(new Uint8Array(), true);
}

/**
 * The encoding of a text that nobody names, by its bytes from some place on where all before is ASCII: by all there are, or
 * (`isLast` is false) by as many as decide it. Throws an error that is `Unreadable` where they are no such text.
 */
export function encodingOf(name: string, bytes: Uint8Array, isLast: boolean): Encoding {
  refuseBinary(bytes, name);
  return guess(name, bytes, isLast);
}

function stopped({ unreadable }: Unreadable): Error & Unreadable {
  return Object.assign(new Error(unreadable.en), { unreadable });
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

function markedAs(bytes: Uint8Array): Encoding | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : undefined;
}

/** How many bytes from the start are ASCII. */
function plainStart(bytes: Uint8Array): number {
  const at = bytes.findIndex((byte) => byte >= 0x80);
  return at === -1 ? bytes.length : at;
}

function refuseBinary(bytes: Uint8Array, name: string): void {
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) throw stopped(binaryTable(name));
  if (bytes.includes(0)) throw stopped(unmarkedWide(name));
}

function guess(name: string, bytes: Uint8Array, isLast: boolean): Encoding {
  const fitting = (['utf-8', 'gb18030'] as const).find((encoding) => reads(bytes, encoding, isLast));
  if (fitting === undefined) throw stopped(notEncoded(name, undefined));
  return fitting;
}

function reads(bytes: Uint8Array, encoding: Encoding, isLast: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isLast });
    return true;
  } catch {
    return false;
  }
}
