import type { Sketch, SketchEntry, SketchList, SketchMap } from './sketch.ts';
import { endsBefore, inkEnd, isQuote, plain, quoted, quoteEnd } from './sketch-scalars.ts';

// Deeper than any policy; keeps the recursion bounded on any text.
export const deepest = 60;

/** What stands between brackets from here on; where the closing one is not typed yet, up to where it must have stood. */
export function flow(text: string, start: number, outer: number, depth: number): SketchMap | SketchList {
  const isMap = text[start] === '{';
  const close = isMap ? '}' : ']';
  const entries: SketchEntry[] = [];
  const items: Sketch[] = [];
  let i = start + 1;
  for (;;) {
    i = skipFlow(text, i, outer);
    const sign = text[i];
    if (sign === undefined || sign === '\n' || sign === '}' || sign === ']') {
      if (sign === close) i++;
      break;
    }
    if (sign === ',') {
      i++;
      continue;
    }
    const item = flowNode(text, i, outer, depth);
    i = skipFlow(text, item.end, outer);
    const isKeyed = text[i] === ':' && item.yaml === 'scalar';
    if (!isKeyed) {
      if (isMap && item.yaml === 'scalar') entries.push({ key: item, value: undefined });
      else items.push(item);
      if (i <= item.start) i = item.start + 1;
      continue;
    }
    const behind = skipFlow(text, i + 1, outer);
    const next = text[behind];
    const isBare = next === undefined || /[,}\]\n]/.test(next);
    const value = isBare
      ? plain(text, Math.min(i + 2, behind), Math.min(i + 2, behind))
      : flowNode(text, behind, outer, depth);
    entries.push({ key: item, value });
    i = Math.max(behind, value.end);
  }
  return isMap ? { yaml: 'map', entries, flow: true, start, end: i } : { yaml: 'list', items, start, end: i };
}

function flowNode(text: string, from: number, outer: number, depth: number): Sketch {
  const sign = text[from];
  if ((sign === '{' || sign === '[') && depth < deepest) return flow(text, from, outer, depth + 1);
  if (isQuote(sign)) return quoted(text, from, quoteEnd(text, from, outer));
  let i = from + 1;
  while (i < text.length) {
    const now = text[i] ?? '';
    if (',[]{}'.includes(now) || (now === '#' && text[i - 1] === ' ')) break;
    if (now === ':' && /[\s,[\]{}]/.test(text[i + 1] ?? ' ')) break;
    if (now === '\n' && endsBefore(text, i + 1, outer)) break;
    i++;
  }
  return plain(text, from, inkEnd(text, from, i));
}

/** Over blanks, line ends and comments, up to where the brackets must have ended: the line end stands there. */
function skipFlow(text: string, from: number, outer: number): number {
  let i = from;
  for (;;) {
    const sign = text[i];
    if (sign === '#' && /\s/.test(text[i - 1] ?? ' ')) while (i < text.length && text[i] !== '\n') i++;
    else if (sign === '\n' && endsBefore(text, i + 1, outer)) return i;
    else if (sign !== undefined && /\s/.test(sign)) i++;
    else return i;
  }
}
