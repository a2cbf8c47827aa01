/** A line of a text that has more than blanks and a comment. */
export interface Line {
  readonly start: number;
  /** Where its first sign stands, and how far from the line's start. */
  readonly ink: number;
  readonly indent: number;
  readonly end: number;
}

/** The lines of a text that say something, in their order. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    let ink = start;
    while (ink < end && (text[ink] === ' ' || text[ink] === '\t' || text[ink] === '\uFEFF')) ink++;
    const isBlank = ink >= end || text[ink] === '\r' || text[ink] === '#';
    if (!isBlank && !/^(?:---|\.\.\.)\s*$/.test(text.slice(start, end)))
      lines.push({ start, ink, indent: ink - start, end: text[end - 1] === '\r' ? end - 1 : end });
    start = end + 1;
  }
  return lines;
}

/** Whether an item of a list begins here. */
export const isDash = (text: string, at: number, end: number): boolean =>
  text[at] === '-' && (at + 1 >= end || text[at + 1] === ' ');

/** Where the colon behind a key stands. */
export function keyEnd(text: string, from: number, end: number): number | undefined {
  const line = text.slice(from, end);
  const found = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#[\]{},"'&*!|>%@`-][^#]*?|-[^\s#][^#]*?)\s*:(?=\s|$)/.exec(
    line,
  );
  if (found !== null) return from + found[0].length - 1;
  return undefined;
}

/** Where the comment of a line begins, or its end. */
export function commentStart(text: string, from: number, end: number): number {
  const found = text.slice(from, end).search(/\s#/);
  return found === -1 ? end : from + found;
}

/** The next sign of a line that is no blank. */
export function skipBlanks(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && (text[i] === ' ' || text[i] === '\t')) i++;
  return i;
}
