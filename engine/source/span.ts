/** A place in a text: absolute UTF-16 offsets into one file, end exclusive. Spans are made when text is read and never adjusted. */
export interface Span {
  /** Path of the file below the handbook's root, with `/`; or a name in angle brackets for text that has no file. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A change of text: what stands at the span is replaced. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** The smallest span that holds both; they must lie in one file. */
export function join(a: Span, b: Span): Span {
  return {
    file: a.file,
    start: Math.min(a.start, b.start),
    end: Math.max(a.end, b.end),
  };
}
