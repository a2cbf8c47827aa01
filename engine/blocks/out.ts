/** Bytes that grow at their end. */
export interface Out {
  bytes: Uint8Array<ArrayBuffer>;
  at: number;
}

/** Makes sure that so many bytes have room. */
export function reserve(out: Out, more: number): void {
  const needed = out.at + more;
  if (needed <= out.bytes.length) return;
  const grown = new Uint8Array(Math.max(needed, out.bytes.length * 2));
  grown.set(out.bytes.subarray(0, out.at));
  out.bytes = grown;
}

/** There must be room. Short pieces: a loop is faster than what the platform has for long ones. */
export function append(out: Out, from: Uint8Array, start: number, end: number): void {
  const { bytes } = out;
  let { at } = out;
  for (let i = start; i < end; i += 1) {
    bytes[at] = from[i] ?? 0;
    at += 1;
  }
  out.at = at;
}

const encoder = new TextEncoder();

export function appendText(out: Out, text: string): void {
  // A UTF-16 unit takes at most three bytes.
  reserve(out, text.length * 3);
  out.at += encoder.encodeInto(text, out.bytes.subarray(out.at)).written;
}

/** A whole number that is not negative, with at least so many digits. There must be room for 20. */
export function appendDigits(out: Out, number: number, least: number): void {
  const { bytes } = out;
  let rest = number;
  let count = 1;
  for (let limit = 10; limit <= rest; limit *= 10) count += 1;
  if (count < least) count = least;
  for (let at = out.at + count - 1; at >= out.at; at -= 1) {
    if (rest <= 0x7fffffff) {
      const small = rest | 0;
      const tenth = (small / 10) | 0;
      bytes[at] = 48 + (small - tenth * 10);
      rest = tenth;
    } else {
      const tenth = Math.floor(rest / 10);
      bytes[at] = 48 + (rest - tenth * 10);
      rest = tenth;
    }
  }
  out.at += count;
}
