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
interface SketchList {
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
interface SketchEntry {
  readonly key: SketchScalar;
  /** Not there where no colon stands behind the key yet. */
  readonly value: Sketch | undefined;
}

interface Line {
  readonly start: number;
  /** Where its first sign stands, and how far from the line's start. */
  readonly ink: number;
  readonly indent: number;
  readonly end: number;
}

// Deeper than any policy; keeps the recursion bounded on any text.
const deepest = 60;

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
      const value = flow(outer, depth);
      goTo(value.end);
      const rest = here();
      if (rest !== undefined && at > rest.ink) nextLine();
      return value;
    }
    if (isQuote(sign)) {
      const value = quoted(text, at, quoteEnd(at, outer));
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

  /** Behind the closing quote; where none comes before the next line that is no part of it, the end of the line. */
  function quoteEnd(from: number, outer: number): number {
    const quote = text[from];
    for (let i = from + 1; i < text.length; i++) {
      if (text[i] === '\\' && quote === '"') i++;
      else if (text[i] === quote) {
        if (quote === "'" && text[i + 1] === "'") i++;
        else return i + 1;
      } else if (text[i] === '\n' && endsBefore(i + 1, outer)) return inkEnd(text, from, i);
    }
    return inkEnd(text, from, text.length);
  }

  /** Does the line that begins here lie outside of what is indented further than `outer`? */
  function endsBefore(start: number, outer: number): boolean {
    const indent = /^[ ]*(?=\S)/.exec(text.slice(start, start + 200))?.[0].length;
    return indent !== undefined && indent <= outer && !/^[\]})]/.test(text.slice(start + indent, start + indent + 1));
  }

  function flow(outer: number, depth: number): SketchMap | SketchList {
    const start = at;
    const isMap = text[at] === '{';
    const close = isMap ? '}' : ']';
    const entries: SketchEntry[] = [];
    const items: Sketch[] = [];
    let i = start + 1;
    for (;;) {
      i = skipFlow(i, outer);
      const sign = text[i];
      if (sign === undefined || sign === '\n' || sign === '}' || sign === ']') {
        if (sign === close) i++;
        break;
      }
      if (sign === ',') {
        i++;
        continue;
      }
      const item = flowNode(i, outer, depth);
      i = skipFlow(item.end, outer);
      const isKeyed = text[i] === ':' && item.yaml === 'scalar';
      if (!isKeyed) {
        if (isMap && item.yaml === 'scalar') entries.push({ key: item, value: undefined });
        else items.push(item);
        if (i <= item.start) i = item.start + 1;
        continue;
      }
      const behind = skipFlow(i + 1, outer);
      const next = text[behind];
      const isBare = next === undefined || /[,}\]\n]/.test(next);
      const value = isBare ? emptyAt(Math.min(i + 2, behind)) : flowNode(behind, outer, depth);
      entries.push({ key: item, value });
      i = Math.max(behind, value.end);
    }
    return isMap ? { yaml: 'map', entries, flow: true, start, end: i } : { yaml: 'list', items, start, end: i };
  }

  function flowNode(from: number, outer: number, depth: number): Sketch {
    const sign = text[from];
    if ((sign === '{' || sign === '[') && depth < deepest) {
      const before = at;
      at = from;
      const value = flow(outer, depth + 1);
      at = before;
      return value;
    }
    if (isQuote(sign)) return quoted(text, from, quoteEnd(from, outer));
    let i = from + 1;
    while (i < text.length) {
      const now = text[i] ?? '';
      if (',[]{}'.includes(now) || (now === '#' && text[i - 1] === ' ')) break;
      if (now === ':' && /[\s,[\]{}]/.test(text[i + 1] ?? ' ')) break;
      if (now === '\n' && endsBefore(i + 1, outer)) break;
      i++;
    }
    return plainAt(from, inkEnd(text, from, i));
  }

  /** Over blanks, line ends and comments, up to where the brackets must have ended: the line end stands there. */
  function skipFlow(from: number, outer: number): number {
    let i = from;
    for (;;) {
      const sign = text[i];
      if (sign === '#' && /\s/.test(text[i - 1] ?? ' ')) while (i < text.length && text[i] !== '\n') i++;
      else if (sign === '\n' && endsBefore(i + 1, outer)) return i;
      else if (sign !== undefined && /\s/.test(sign)) i++;
      else return i;
    }
  }

  const plainAt = (start: number, end: number): SketchScalar => plain(text, start, end);
  const emptyAt = (offset: number): SketchScalar => plain(text, offset, offset);
  return block(0, 0);
}

function linesOf(text: string): readonly Line[] {
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

const isQuote = (sign: string | undefined): boolean => sign === '"' || sign === "'";
const isDash = (text: string, at: number, end: number): boolean =>
  text[at] === '-' && (at + 1 >= end || text[at + 1] === ' ');

/** Where the colon behind a key stands. */
function keyEnd(text: string, from: number, end: number): number | undefined {
  const line = text.slice(from, end);
  const found = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#[\]{},"'&*!|>%@`-][^#]*?|-[^\s#][^#]*?)\s*:(?=\s|$)/.exec(
    line,
  );
  if (found !== null) return from + found[0].length - 1;
  return undefined;
}

function commentStart(text: string, from: number, end: number): number {
  const found = text.slice(from, end).search(/\s#/);
  return found === -1 ? end : from + found;
}

function skipBlanks(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && (text[i] === ' ' || text[i] === '\t')) i++;
  return i;
}

function inkEnd(text: string, from: number, end: number): number {
  let i = end;
  while (i > from && /\s/.test(text[i - 1] ?? '')) i--;
  return i;
}

const plain = (text: string, start: number, end: number): SketchScalar => ({
  yaml: 'scalar',
  style: 'plain',
  text: text.slice(start, end),
  start,
  end,
  textStart: start,
});

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };

function quoted(text: string, start: number, end: number): SketchScalar {
  const quote = text[start] ?? '"';
  const isClosed = end > start + 1 && text[end - 1] === quote;
  const inner = text.slice(start + 1, isClosed ? end - 1 : end);
  const base = { yaml: 'scalar', style: 'quoted', start, end, textStart: start + 1 } as const;
  if (!inner.includes(quote === '"' ? '\\' : "''")) return { ...base, text: inner };
  const offsets: number[] = [];
  let decoded = '';
  for (const found of inner.matchAll(quote === '"' ? /\\u[0-9a-fA-F]{4}|\\[^]|[^]/g : /''|[^]/g)) {
    const [raw] = found;
    const sign = raw.length === 1 ? raw : quote === "'" ? "'" : unescaped(raw);
    for (let unit = 0; unit < sign.length; unit++) offsets.push(start + 1 + found.index);
    decoded += sign;
  }
  return { ...base, text: decoded, offsets: [...offsets, start + 1 + inner.length] };
}

function unescaped(raw: string): string {
  if (raw.length === 6) return String.fromCharCode(Number.parseInt(raw.slice(2), 16));
  return escapes[raw[1] ?? ''] ?? raw.slice(1);
}

const endOf = (part: Sketch | undefined, otherwise: number): number => part?.end ?? otherwise;
