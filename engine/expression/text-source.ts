/** A piece of text to parse and where each of its characters stands in the file (a YAML scalar is one). */
export interface TextSource {
  readonly file: string;
  readonly text: string;
  /** File offset of each UTF-16 unit of `text`, and of its end. */
  readonly offsets: readonly number[];
}
