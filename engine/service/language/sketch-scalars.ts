import type { SketchScalar } from './sketch.ts';

/** Whether a text in quotes begins here. */
export const isQuote = (sign: string | undefined): boolean => sign === '"' || sign === "'";

/** The end of what is no blank. */
export function inkEnd(text: string, from: number, end: number): number {
  let i = end;
  while (i > from && /\s/.test(text[i - 1] ?? '')) i--;
  return i;
}

/** Behind the closing quote; where none comes before the next line that is no part of it, the end of the line. */
export function quoteEnd(text: string, from: number, outer: number): number {
  const quote = text[from];
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === '\\' && quote === '"') i++;
    else if (text[i] === quote) {
      if (quote === "'" && text[i + 1] === "'") i++;
      else return i + 1;
    } else if (text[i] === '\n' && endsBefore(text, i + 1, outer)) return inkEnd(text, from, i);
  }
  return inkEnd(text, from, text.length);
}

/** Does the line that begins here lie outside of what is indented further than `outer`? */
export function endsBefore(text: string, start: number, outer: number): boolean {
  const indent = /^[ ]*(?=\S)/.exec(text.slice(start, start + 200))?.[0].length;
  return indent !== undefined && indent <= outer && !/^[\]})]/.test(text.slice(start + indent, start + indent + 1));
}

/** A text without quotes, from place to place. */
export const plain = (text: string, start: number, end: number): SketchScalar => ({
  yaml: 'scalar',
  style: 'plain',
  text: text.slice(start, end),
  start,
  end,
  textStart: start,
});

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' };

/** A text in quotes, which may lack the last one. */
export function quoted(text: string, start: number, end: number): SketchScalar {
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
