import type { Span } from '../source/span.ts';

/** A piece of text to parse and where each of its characters stands in the file (a YAML scalar is one). */
export interface TextSource {
  readonly file: string;
  readonly text: string;
  /** File offset of each UTF-16 unit of `text`, and of its end. */
  readonly offsets: readonly number[];
}

/** The place in the file of a piece of the text, given by its places in the text. */
export function spanIn(source: TextSource, start: number, end: number): Span {
  const from = source.offsets[start];
  const to = source.offsets[end];
  if (from === undefined || to === undefined) throw new Error(`No offset for ${start}-${end} of ${source.file}`);
  return { file: source.file, start: from, end: to };
}
