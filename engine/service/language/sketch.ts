import { deepest, flow } from './sketch-flow.ts';
import { commentStart, isDash, keyEnd, linesOf, skipBlanks, type Line } from './sketch-lines.ts';
import { inkEnd, isQuote, plain, quoted, quoteEnd } from './sketch-scalars.ts';

/**
 * A YAML text read as far as its indentation and brackets tell, for a text that somebody is typing: the real reader gives up
 * where a line is half-typed, and mends what an editor must leave alone. Never throws; takes time in proportion to the text.
 */
export type Sketch = SketchScalar | SketchList | SketchMap;

export interface SketchScalar {
  readonly yaml: 'scalar';
  /** The text without its quotes, as written otherwise: lines are not folded. */
  readonly text: string;
  readonly style: 'plain' | 'quoted' | 'block';
  /** From quote to quote. */
  readonly start: number;
  readonly end: number;
  /** Where the characters of `text` stand in the file: one behind the other from here, unless `offsets` says more. */
  readonly textStart: number;
  /** Of a text with escapes: the place of each character and of the end. */
  readonly offsets?: readonly number[];
}
export interface SketchList {
  readonly yaml: 'list';
  readonly items: readonly Sketch[];
  readonly start: number;
  readonly end: number;
}
export interface SketchMap {
  readonly yaml: 'map';
  readonly entries: readonly SketchEntry[];
  readonly flow: boolean;
  readonly start: number;
  readonly end: number;
}
export interface SketchEntry {
  readonly key: SketchScalar;
  /** Not there where no colon stands behind the key yet. */
  readonly value: Sketch | undefined;
}

/** The root of a text; undefined when it holds nothing. */
export function sketch(text: string): Sketch | undefined {
  const lines = linesOf(text);
  let line = 0;
  let at = lines[0]?.ink ?? text.length;

  const here = (): Line | undefined => lines[line];
  const goTo = (offset: number): void => {
    at = offset;
    while (line < lines.length && (lines[line]?.end ?? 0) < offset) line++;
    const now = lines[line];
    if (now !== undefined && at < now.ink) at = now.ink;
  };
  const nextLine = (): void => {
    line++;
    at = lines[line]?.ink ?? text.length;
  };
  const column = (): number => at - (here()?.start ?? at);

  function block(least: number, depth: number): Sketch | undefined {
    const now = here();
    if (now === undefined || column() < least || depth > deepest) return undefined;
    if (isDash(text, at, now.end)) return list(depth);
    return keyEnd(text, at, now.end) === undefined && !isLonely(at, now.end) ? inline(least - 1, depth) : map(depth);
  }

  /** A word of its own where keys stand above or below it is a key whose colon is not typed yet. */
  function isLonely(from: number, end: number): boolean {
    const below = lines[line + 1];
    const indent = column();
    return (
      !/["'|>{[]/.test(text[from] ?? '') &&
      below !== undefined &&
      below.indent === indent &&
      text.slice(from, end).trim() !== '' &&
      keyEnd(text, below.ink, below.end) !== undefined
    );
  }

  function list(depth: number): SketchList {
    const start = at;
    const indent = column();
    const items: Sketch[] = [];
    for (let now = here(); now !== undefined && column() === indent && isDash(text, at, now.end); now = here()) {
      const dash = at;
      const inked = skipBlanks(text, at + 1, now.end);
      if (inked >= now.end || text[inked] === '#') {
        nextLine();
        items.push(block(indent + 1, depth + 1) ?? emptyAt(Math.min(dash + 2, now.end)));
        continue;
      }
      at = inked;
      items.push(isOpening(now) ? (block(indent + 1, depth + 1) ?? emptyAt(at)) : inline(indent, depth));
    }
    return { yaml: 'list', items, start, end: endOf(items.at(-1), start) };
  }

  const isOpening = (now: Line): boolean => isDash(text, at, now.end) || keyEnd(text, at, now.end) !== undefined;

  function map(depth: number): SketchMap {
    const start = at;
    const indent = column();
    const entries: SketchEntry[] = [];
    for (let now = here(); now !== undefined && column() >= indent; now = here()) {
      if (isDash(text, at, now.end) && column() === indent) break;
      if (column() > indent) {
        // Nobody's indentation: what stands there belongs here as well as anywhere.
        const stray = block(indent + 1, depth + 1);
        if (stray?.yaml === 'map') entries.push(...stray.entries);
        if (stray === undefined) nextLine();
        continue;
      }
      entries.push(entry(now, indent, depth));
    }
    return {
      yaml: 'map',
      entries,
      flow: false,
      start,
      end: endOf(entries.at(-1)?.value ?? entries.at(-1)?.key, start),
    };
  }

  function entry(now: Line, indent: number, depth: number): SketchEntry {
    const colon = keyEnd(text, at, now.end);
    if (colon === undefined) {
      const key = plainAt(at, inkEnd(text, at, now.end));
      nextLine();
      return { key, value: undefined };
    }
    const key = isQuote(text[at]) ? quoted(text, at, colon) : plainAt(at, inkEnd(text, at, colon));
    const inked = skipBlanks(text, colon + 1, now.end);
    if (inked < now.end && text[inked] !== '#') {
      at = inked;
      return { key, value: inline(indent, depth) };
    }
    nextLine();
    const below = here();
    const isSameLevelList = below !== undefined && column() === indent && isDash(text, at, below.end);
    const value = isSameLevelList ? list(depth + 1) : block(indent + 1, depth + 1);
    return { key, value: value ?? emptyAt(Math.min(colon + 2, now.end)) };
  }

  /** What stands behind a colon or a dash. `outer`: what is indented no further than this is no part of it. */
  function inline(outer: number, depth: number): Sketch {
    const sign = text[at] ?? '';
    const now = here();
    const end = now?.end ?? text.length;
    if (sign === '{' || sign === '[') {
      const value = flow(text, at, outer, depth);
      goTo(value.end);
      const rest = here();
      if (rest !== undefined && at > rest.ink) nextLine();
      return value;
    }
    if (isQuote(sign)) {
      const value = quoted(text, at, quoteEnd(text, at, outer));
      goTo(value.end);
      nextLine();
      return value;
    }
    if (/^[|>][-+0-9]*[ \t]*(?:#.*)?$/.test(text.slice(at, end))) return blockScalar(outer, end);
    const start = at;
    let last = inkEnd(text, at, commentStart(text, at, end));
    nextLine();
    for (let more = here(); more !== undefined && more.indent > outer; more = here()) {
      if (keyEnd(text, more.ink, more.end) !== undefined || isDash(text, more.ink, more.end)) break;
      last = inkEnd(text, more.ink, commentStart(text, more.ink, more.end));
      nextLine();
    }
    return plainAt(start, last);
  }

  function blockScalar(outer: number, headEnd: number): SketchScalar {
    const start = at;
    nextLine();
    const first = here();
    let end = headEnd;
    for (let more = here(); more !== undefined && more.indent > outer; more = here()) {
      end = more.end;
      nextLine();
    }
    const textStart = first !== undefined && first.ink < end ? first.ink : end;
    return { yaml: 'scalar', style: 'block', text: text.slice(textStart, end), start, end, textStart };
  }

  const plainAt = (start: number, end: number): SketchScalar => plain(text, start, end);
  const emptyAt = (offset: number): SketchScalar => plain(text, offset, offset);
  return block(0, 0);
}

const endOf = (part: Sketch | undefined, otherwise: number): number => part?.end ?? otherwise;
