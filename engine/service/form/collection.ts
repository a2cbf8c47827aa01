import type { Span, TextEdit } from '../../source/span.ts';
import type { YamlNode } from '../../yaml/node.ts';

/** A list or a map as it stands in the text: its items with the marks (`- `, `key: `) that belong to them. */
export interface Collection {
  readonly text: string;
  readonly file: string;
  readonly flow: boolean;
  readonly items: readonly Stretch[];
  readonly inside: Stretch;
  /** The column of the items of a block. */
  readonly column: number;
  readonly newline: string;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Reads how a list or a map is laid out. */
export function collectionOf(text: string, node: Exclude<YamlNode, { yaml: 'scalar' }>): Collection {
  const flow = isFlow(text, node);
  const parts = node.yaml === 'list' ? node.items : node.entries;
  let after = node.span.start;
  const items = parts.map((part): Stretch => {
    const end = 'yaml' in part ? contentEnd(text, part) : Math.max(part.key.span.end + 1, contentEnd(text, part.value));
    const start = flow || !('yaml' in part) ? part.span.start : dashFrom(text, after);
    after = end;
    return { start, end };
  });
  const first = items[0]?.start ?? node.span.start;
  return {
    text,
    file: node.span.file,
    flow,
    items,
    inside: { start: node.span.start + 1, end: node.span.end - 1 },
    column: first - lineStart(text, first),
    newline: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** Whether a list or a map stands between brackets. */
export const isFlow = (text: string, node: YamlNode): boolean =>
  node.yaml === 'list' ? text[node.span.start] === '[' : node.yaml === 'map' && text[node.span.start] === '{';

/** Where the last of a node's own text ends: a block's span goes on over the lines below. */
function contentEnd(text: string, node: YamlNode): number {
  if (node.yaml === 'scalar' || isFlow(text, node)) return node.span.end;
  const last = node.yaml === 'list' ? node.items.at(-1) : node.entries.at(-1)?.value;
  return last === undefined ? node.span.end : contentEnd(text, last);
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline === -1) return text.length;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** The next dash that is not part of a comment. */
function dashFrom(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '-') at = text[at] === '#' ? lineEnd(text, at) + 1 : at + 1;
  return at;
}

const edit = ({ file }: Collection, start: number, end: number, text: string): TextEdit => ({
  span: { file, start, end },
  text,
});

/** Writes a new item before the one at `index`, or behind the last one. `body` has its mark and, in a block, its lines indented. */
export function insertItem(into: Collection, index: number, body: string): TextEdit {
  const { text, items, flow, newline } = into;
  const indentation = ' '.repeat(into.column);
  const before = items[index - 1];
  if (flow) {
    if (before !== undefined) return edit(into, before.end, before.end, `, ${body}`);
    const [first] = items;
    if (first !== undefined) return edit(into, first.start, first.start, `${body}, `);
    const blank = text[into.inside.start - 1] === '{' ? ' ' : '';
    return edit(into, into.inside.start, into.inside.end, `${blank}${body}${blank}`);
  }
  if (before !== undefined) {
    const end = lineEnd(text, before.end);
    return edit(into, end, end, `${newline}${indentation}${body}`);
  }
  const start = items[0]?.start ?? into.inside.start - 1;
  return edit(into, start, start, `${body}${newline}${indentation}`);
}

/** Takes an item away that is not the only one. */
export function removeItem(from: Collection, index: number): TextEdit {
  const { text, items, flow } = from;
  const item = items[index];
  const next = items[index + 1];
  const before = items[index - 1];
  if (item === undefined) throw new Error(`There is no item ${index}`);
  if (flow) {
    if (next !== undefined) return edit(from, item.start, next.start, '');
    return edit(from, before?.end ?? item.start, item.end, '');
  }
  const start = lineStart(text, item.start);
  if (next !== undefined && text.slice(start, item.start).trim() !== '') return edit(from, item.start, next.start, '');
  const newline = text.indexOf('\n', item.end);
  return newline === -1
    ? edit(from, Math.max(0, lineEnd(text, start - 1)), text.length, '')
    : edit(from, start, newline + 1, '');
}

/** Where the comments stand that go with an item when it is taken away. */
export function reachOf({ text, items, flow }: Collection, index: number): Stretch {
  const item = items[index];
  if (item === undefined) throw new Error(`There is no item ${index}`);
  return flow ? item : { start: item.start, end: lineEnd(text, item.end) };
}

/** Puts an item in another place; in a block with the comments above it and behind it. */
export function moveItem(within: Collection, from: number, to: number): readonly TextEdit[] {
  const stretches = within.items.map((item, index) => (within.flow ? item : withComments(within, item, index)));
  const order = stretches.map((_, index) => index);
  const [moved = from] = order.splice(from, 1);
  order.splice(to, 0, moved);
  return stretches.flatMap(({ start, end }, place) => {
    const other = stretches[order[place] ?? place];
    return other === undefined || order[place] === place
      ? []
      : [edit(within, start, end, within.text.slice(other.start, other.end))];
  });
}

function withComments({ text, items }: Collection, item: Stretch, index: number): Stretch {
  let start = item.start;
  const limit = items[index - 1] === undefined ? start : lineEnd(text, items[index - 1]?.end ?? 0);
  for (;;) {
    const line = lineStart(text, start);
    const above = lineStart(text, line - 1);
    if (above <= limit || text.slice(line, start).trim() !== '') break;
    const comment = above + text.slice(above, line).search(/\S|$/);
    if (text[comment] !== '#' || comment - above !== start - line) break;
    start = comment;
  }
  return { start, end: lineEnd(text, item.end) };
}

/** The span that the edits together touch. */
export function spanOf(edits: readonly TextEdit[]): Span | undefined {
  const [first] = edits;
  if (first === undefined) return undefined;
  return {
    file: first.span.file,
    start: Math.min(...edits.map(({ span }) => span.start)),
    end: Math.max(...edits.map(({ span }) => span.end)),
  };
}
