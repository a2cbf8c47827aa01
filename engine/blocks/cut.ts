const [lineFeed, quote] = [10, 34];

/**
 * Where the last whole record between `from` and `to` ends, with its line end; `from` where none does. `from` is the beginning of a
 * record. A line end between quotes ends none. Quotes that go astray are found where the records are read: until there, this
 * counts as that does. `hasQuotes`: false where they mean nothing, as in JSON Lines, whose texts hold no line end.
 */
export function endOfRecords(bytes: Uint8Array, from: number, to: number, hasQuotes: boolean): number {
  const part = bytes.subarray(from, to);
  if (!hasQuotes || !part.includes(quote)) return from + part.lastIndexOf(lineFeed) + 1;
  let [isQuoted, end] = [false, 0];
  for (let at = 0; at < part.length; at += 1) {
    const byte = part[at];
    if (byte === quote) isQuoted = !isQuoted;
    else if (byte === lineFeed && !isQuoted) end = at + 1;
  }
  return from + end;
}

/** The offset behind the next record from `from` on; −1 where it does not end before `to`. */
export function endOfRecord(bytes: Uint8Array, from: number, to: number): number {
  let isQuoted = false;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === quote) isQuoted = !isQuoted;
    else if (byte === lineFeed && !isQuoted) return at + 1;
  }
  return -1;
}
