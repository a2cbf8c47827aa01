/** SHA-256 of bytes, in lower-case hexadecimal. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => string;

/** What the very first line of a log has in place of the hash of a line before it. */
export const beginning: string = '0'.repeat(64);

/** `,"hash":"…"}`: how every line ends. The hash is that of all bytes in front of this. */
const endLength = ',"hash":""}'.length + 64;

/** A line of the chain: its bytes with the line feed, and its hash. */
export interface Link {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly hash: string;
}

/** Puts a line into the chain behind the one with the hash `before`. */
export function linkBehind(before: string, members: string, digest: Digest): Link {
  const body = `{${members},"before":"${before}"`;
  const hash = digest(new TextEncoder().encode(body));
  return { bytes: new TextEncoder().encode(`${body},"hash":"${hash}"}\n`), hash };
}

/** What a line says that its hash is, and what it is; undefined when it says none. */
export function hashesOf(
  line: Uint8Array<ArrayBuffer>,
  digest: Digest,
): { readonly said: string; readonly is: string } | undefined {
  const at = line.length - endLength;
  if (at <= 0) return undefined;
  const end = /^,"hash":"([0-9a-f]{64})"\}$/.exec(new TextDecoder('latin1').decode(line.subarray(at)));
  return end?.[1] === undefined ? undefined : { said: end[1], is: digest(line.subarray(0, at)) };
}

/** Does a line that has no line feed hold more than a whole one? Then it was not cut off: something was changed. */
export function isBeyondWhole(line: Uint8Array): boolean {
  return /"hash":"[0-9a-f]{64}"\}./s.test(new TextDecoder('latin1').decode(line.subarray(-endLength - 8)));
}
