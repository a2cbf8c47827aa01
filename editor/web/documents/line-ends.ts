import type { Saved } from './document.ts';

const mark = '\uFEFF';

/**
 * A file's text as Monaco holds it: without a byte order mark, and with one kind of line end, the one that most lines have (the
 * same rule as Monaco's, so that both count the same places). What was only made alike is no change.
 */
export function heldText(raw: string, version: string | null): Saved {
  const isMarked = raw.startsWith(mark);
  const text = isMarked ? raw.slice(1) : raw;
  const ends = text.match(/\r\n|\r|\n/g) ?? [];
  const withReturn = ends.filter((end) => end !== '\n').length;
  const end = withReturn > ends.length / 2 ? '\r\n' : '\n';
  const held = withReturn === 0 ? text : text.replace(/\r\n|\r|\n/g, end);
  return isMarked ? { text: held, version, isMarked } : { text: held, version };
}

/** A text that comes into another, which has one kind of line end. */
export const withEnds = (text: string, into: string): string =>
  text.replace(/\r\n|\r|\n/g, into.includes('\r\n') ? '\r\n' : '\n');

/** The text as the file shall have it. */
export function writtenText(text: string, { isMarked = false }: Saved): string {
  return isMarked ? `${mark}${text}` : text;
}
