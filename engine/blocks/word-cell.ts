/** Reads words from bytes: few come again and again in a column, and what is known makes no string. */
export type WordCell = (bytes: Uint8Array, from: number, to: number) => number;

/** So many words are kept, none of them longer than this. */
const [most, longest, places] = [1000, 64, 4096];

interface Kept {
  readonly bytes: Uint8Array;
  readonly code: number;
}

/** `read`: what the text of a cell means, always the same. */
export function wordCell(read: (text: string) => number): WordCell {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const kept: (Kept | undefined)[] = Array.from({ length: places });
  let count = 0;
  return (bytes, from, to) => {
    let hash = to - from;
    for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    for (let place = hash & (places - 1); ; place = (place + 1) & (places - 1)) {
      const known = kept[place];
      if (known === undefined) {
        const code = read(decoder.decode(bytes.subarray(from, to)));
        if (count < most && to - from <= longest) {
          kept[place] = { bytes: bytes.slice(from, to), code };
          count += 1;
        }
        return code;
      }
      if (isSame(known.bytes, bytes, from, to)) return known.code;
    }
  };
}

function isSame(known: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  for (let i = 0; i < known.length; i += 1) if (known[i] !== bytes[from + i]) return false;
  return true;
}
